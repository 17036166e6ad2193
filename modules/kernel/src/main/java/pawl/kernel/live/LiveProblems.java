package pawl.kernel.live;

import pawl.api.exchange.FrameRefusedException;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.engine.FrameRefusals;

/** Tells of frames that an adapter refused, until they are a flood. */
final class LiveProblems implements FrameRefusals {
    private static final int MOST_TOLD = 100;

    private final LiveListener listener;
    private long count;

    LiveProblems(LiveListener listener) {
        this.listener = listener;
    }

    @Override
    public void refused(FrameRefusedException refusal) {
        count++;
        if (count <= MOST_TOLD) {
            listener.problem("frame refused (" + refusal.reason() + " at byte " + refusal.offset() + " of it): "
                    + refusal.getMessage());
        } else if (Long.bitCount(count) == 1) {
            listener.problem("frames refused so far: " + count);
        }
    }
}
