package pawl.plugin.exchange.gate;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/** Takes what {@link FrameReader} finds in a frame. */
interface RowHandler<C> {
    /**
     * A row of a channel.
     *
     * @param message its fields, by the numbers of {@link Message}
     * @param row its fields, by the numbers of {@link Row}
     */
    void row(Channel channel, FieldValues message, FieldValues row, C target) throws FrameRefusedException;

    /** A message of no use. */
    void ignored(String reason, C target);
}
