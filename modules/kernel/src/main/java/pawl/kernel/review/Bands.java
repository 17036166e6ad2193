package pawl.kernel.review;

import java.util.ArrayList;
import java.util.List;
import pawl.kernel.contract.Timeline.Band;

/** The stretches of a state, while time goes by. */
final class Bands {
    private final List<Band> ended = new ArrayList<>();
    private String state = "";
    private boolean isDissipating;
    private long fromMs;

    /** The state from a moment on. */
    void at(long timeMs, String newState, boolean nowDissipating) {
        if (!newState.equals(state) || nowDissipating != isDissipating) {
            end(timeMs);
            state = newState;
            isDissipating = nowDissipating;
            fromMs = timeMs;
        }
    }

    private void end(long timeMs) {
        if (!state.isEmpty() && timeMs > fromMs) {
            ended.add(new Band(state, fromMs, timeMs, isDissipating));
        }
    }

    /** All of them, the last one ending here. */
    List<Band> until(long timeMs) {
        end(timeMs);
        state = "";
        return List.copyOf(ended);
    }
}
