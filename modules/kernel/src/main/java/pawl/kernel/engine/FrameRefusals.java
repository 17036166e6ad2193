package pawl.kernel.engine;

import pawl.api.exchange.FrameRefusedException;
import pawl.kernel.contract.PawlException;

/** Hears of each frame that was refused, before the next one is decoded. */
@FunctionalInterface
public interface FrameRefusals {
    /** @throws PawlException when the replay is to end here; the tick that is open is then never committed */
    void refused(FrameRefusedException refusal) throws PawlException;
}
