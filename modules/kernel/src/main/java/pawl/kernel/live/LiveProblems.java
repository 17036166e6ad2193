package pawl.kernel.live;

import pawl.api.exchange.FrameRefusedException;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.engine.AdapterFailure;
import pawl.kernel.engine.FrameRefusals;

/** Tells of frames that an adapter refused or failed on, until they are a flood. */
final class LiveProblems implements FrameRefusals {
    private static final int MOST_TOLD = 100;

    private final LiveListener listener;
    private long count;
    private long failures;

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

    @Override
    public void failed(AdapterFailure failure) {
        failures++;
        if (failures <= MOST_TOLD || failure.isLast() || Long.bitCount(failures) == 1) {
            listener.problem(failure.text());
        }
    }
}
