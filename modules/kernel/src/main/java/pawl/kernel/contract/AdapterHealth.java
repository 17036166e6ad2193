package pawl.kernel.contract;

import java.util.List;

/**
 * How the venues' adapters kept their contract.
 *
 * @param failedFrames frames that an adapter threw on; what they meant is lost
 * @param droppedFrames frames of venues in quarantine or without an adapter
 * @param changes other builds that took over, and adapters taken away
 * @param quarantined venues whose adapter failed steadily and is asked no more, at the end
 */
public record AdapterHealth(long failedFrames, long droppedFrames, long changes, List<String> quarantined) {
    public AdapterHealth {
        quarantined = List.copyOf(quarantined);
    }

    /** Whether nothing is to be told. */
    public boolean isPlain() {
        return failedFrames == 0 && droppedFrames == 0 && changes == 0 && quarantined.isEmpty();
    }
}
