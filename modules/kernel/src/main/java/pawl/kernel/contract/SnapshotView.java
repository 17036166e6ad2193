package pawl.kernel.contract;

import java.time.LocalDate;
import java.util.SequencedMap;

/**
 * One snapshot, checked against its hash.
 *
 * @param tick after which it was taken
 * @param logRecords how many records the day's log held then
 * @param regions of the token's block: by the region's name, its fields by name; values as in {@link LogRecord#fields}
 */
public record SnapshotView(
        String file,
        String token,
        long tick,
        LocalDate day,
        long logRecords,
        String configurationSha256,
        SequencedMap<String, SequencedMap<String, Object>> regions) {}
