package pawl.plugin.exchange.binance;

import pawl.api.exchange.FrameRefusedException;

/**
 * What {@link FrameReader} finds in a frame.
 *
 * @param <C> what the caller hands through: where the meaning goes
 */
interface MessageHandler<C> {
    /** A stream's message of a kind that is used. */
    void message(MessageFields fields, C target) throws FrameRefusedException;

    /** Messages that are of no use, for a reason. */
    void ignored(String reason, C target);

    /**
     * An object or array of no stream: a REST body, or an answer to a subscription. Its structure was checked.
     *
     * @param frameStart where the frame starts, from which a refusal counts
     */
    void body(byte[] bytes, int frameStart, int from, int to, C target) throws FrameRefusedException;
}
