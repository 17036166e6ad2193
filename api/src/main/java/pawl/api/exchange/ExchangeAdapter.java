package pawl.api.exchange;

import pawl.api.event.EventSink;

/**
 * Turns one venue's bytes into canonical events. It opens no socket, reads no clock and keeps nothing between frames, so the same
 * bytes always mean the same events (E1.3, E9). Called on the engine's thread.
 */
public interface ExchangeAdapter {
    /**
     * Puts the frame's meaning into the sink. A stream's message is decoded without allocation.
     *
     * @param length of the frame; may be 0
     * @throws FrameRefusedException when the frame cannot be understood; whatever was put into the sink for it is then dropped.
     *     Nothing else may be thrown
     */
    void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException;
}
