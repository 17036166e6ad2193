package pawl.kernel.simulate;

import java.util.Arrays;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;

/** A venue's adapter that throws on frames which begin with a mark that no venue sends, and asks the true one about all others. */
final class FailingAdapter implements ExchangeAdapter {
    private static final byte MARK = 1;

    private final ExchangeAdapter adapter;

    FailingAdapter(ExchangeAdapter adapter) {
        this.adapter = adapter;
    }

    /** The frame on which it throws. */
    static byte[] marked(byte[] frame) {
        byte[] marked = Arrays.copyOf(frame, Math.max(1, frame.length));
        marked[0] = MARK;
        return marked;
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        if (length > 0 && bytes[offset] == MARK) {
            throw new IllegalStateException("the simulator makes this adapter fail");
        }
        adapter.decode(bytes, offset, length, sink);
    }
}
