package pawl.plugin.exchange.okx;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/** Takes what {@link FrameReader} finds in a frame. */
interface RowHandler<C> {
    /**
     * A row of a channel, or of a REST body whose rows are the same.
     *
     * @param named whose field {@link Row#INSTRUMENT} names the instrument: the channel's {@code arg}, or the row itself
     * @param row its fields, by the numbers of {@link Row}
     */
    void row(Channel channel, FieldValues named, FieldValues row, C target) throws FrameRefusedException;

    /** A fill that was missed and fetched; fills of one frame come in order of id. */
    void missedTrade(FieldValues row, C target) throws FrameRefusedException;

    /** A funding that was paid, of a history. */
    void settledFunding(FieldValues row, C target) throws FrameRefusedException;

    /** A message, or a body's row, of no use. */
    void ignored(String reason, C target);
}
