package pawl.kernel.live;

import pawl.kernel.contract.PawlException;

/** Gives the engine a frame that tells of the hearing itself, in the tick that is open. On the engine's thread. */
@FunctionalInterface
interface HearingGiver {
    void give(LiveVenue venue, byte[] frame) throws PawlException;
}
