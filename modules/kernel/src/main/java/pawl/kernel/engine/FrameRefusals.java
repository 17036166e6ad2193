package pawl.kernel.engine;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.kernel.contract.PawlException;

/** Hears of each frame that was not understood, before the next one is decoded. */
@FunctionalInterface
public interface FrameRefusals {
    /** @throws PawlException when the replay is to end here; the tick that is open is then never committed */
    void refused(FrameRefusedException refusal) throws PawlException;

    /**
     * An exchange plugin failed on a frame. Told as a refusal unless the listener tells the two apart.
     *
     * @throws PawlException when the replay is to end here
     */
    default void failed(AdapterFailure failure) throws PawlException {
        refused(new FrameRefusedException(Reason.MALFORMED, 0, failure.text()));
    }
}
