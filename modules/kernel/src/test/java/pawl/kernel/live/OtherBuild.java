package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/** Another build of a toy venue's plugin: it understands nothing that the first one does, and the other way around. */
record OtherBuild(ExchangeAdapter first) implements ExchangeAdapter {
    static final String SHA256 = "2".repeat(64);
    static final String PREFIX = "2:";

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        int prefix = PREFIX.length();
        if (!new String(bytes, offset, Math.min(prefix, length), StandardCharsets.UTF_8).equals(PREFIX)) {
            throw new FrameRefusedException(Reason.MALFORMED, 0, "a frame for another build");
        }
        first.decode(bytes, offset + prefix, length - prefix, sink);
    }
}
