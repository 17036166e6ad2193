package pawl.kernel.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What one log file holds.
 *
 * @param token whose log it is; empty in a tick log
 * @param formatVersion as its header says, {@code major.minor.patch}
 * @param isSynthetic whether a market model made the inputs
 * @param plugins that made it, as its header names them: {@code tier tier-static 0.1.0 <sha256>}
 * @param recordsByType only types that occur
 * @param unknownRecords records of types that came with a minor version after this build's, passed over and not in {@code records}
 * @param sha256 of the whole file, in hex; of a compressed log, of the log that it holds, and empty where that is damaged
 * @param damage the first record that cannot be read, and why, where there is one; counts are then of what lies before it
 */
public record LogStatistics(
        String log,
        String token,
        LocalDate day,
        String formatVersion,
        boolean isSynthetic,
        String configurationSha256,
        List<String> plugins,
        long records,
        SortedMap<String, Long> recordsByType,
        long unknownRecords,
        OptionalLong firstTick,
        OptionalLong lastTick,
        String sha256,
        Optional<String> damage) {

    public LogStatistics {
        plugins = List.copyOf(plugins);
    }
}
