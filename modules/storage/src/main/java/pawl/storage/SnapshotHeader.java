package pawl.storage;

import java.util.List;
import java.util.Optional;

/**
 * What a snapshot says of itself (E8.2).
 *
 * @param tick after which the state was taken; the tick was complete (E9)
 * @param logRecords the log offset: how many records the token's log of the tick's UTC day had then
 * @param configurationSha256 under which the state came about
 * @param pluginsSha256 of the table of plugins as a log's header holds it
 * @param words how many 64-bit words of state follow
 * @param regions what lies where in them
 */
public record SnapshotHeader(
        FormatVersion version,
        String tokenName,
        long tick,
        long epochDay,
        long logRecords,
        String configurationSha256,
        String pluginsSha256,
        int words,
        List<StateRegion> regions) {

    public static final int HEADER_BYTES = 512;
    public static final int MOST_REGIONS = 14;

    /** @throws IllegalArgumentException when there are too many regions, one leaves the block, or a number is out of range */
    public SnapshotHeader {
        regions = List.copyOf(regions);
        StoreNameParser.requireDay(epochDay);
        if (regions.size() > MOST_REGIONS || words < 0 || logRecords < 0) {
            throw new IllegalArgumentException("snapshot of " + tokenName + ": " + regions.size() + " regions of "
                    + MOST_REGIONS + ", " + words + " words, " + logRecords + " records");
        }
        for (StateRegion region : regions) {
            if (region.firstWord() > words - region.lengthWords()) {
                throw new IllegalArgumentException("snapshot of " + tokenName + ": region " + region.name()
                        + " leaves the block of " + words + " words");
            }
        }
    }

    /** In what this header differs from what an engine would write now; empty where they say the same. */
    Optional<String> differenceFrom(SnapshotHeader other) {
        if (!tokenName.equals(other.tokenName) || tick != other.tick) {
            return Optional.of("it is of token " + tokenName + " and tick " + tick + ", not of " + other.tokenName
                    + " and " + other.tick);
        }
        if (!configurationSha256.equals(other.configurationSha256)) {
            return Optional.of("it was written under configuration " + configurationSha256 + ", and "
                    + other.configurationSha256 + " is in force");
        }
        if (!pluginsSha256.equals(other.pluginsSha256)) {
            return Optional.of("it was written with other plugins; the log of that day names them");
        }
        if (words != other.words || !regions.equals(other.regions)) {
            return Optional.of("its state is " + regions + ", and " + other.regions + " is expected");
        }
        return Optional.empty();
    }
}
