package pawl.kernel.contract;

import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What one capture holds.
 *
 * @param format in words
 * @param frameBytes of all frames together
 * @param firstArrivalNs since the epoch; none where there is no frame
 * @param framesByFeed by the feed's name; the empty name where the format has none
 * @param recordedUnder the configuration and the plugins that a Pawl capture names, each in one line; empty where it names none
 * @param problems each in one line
 */
public record CaptureSummary(
        String file,
        String format,
        long frames,
        long frameBytes,
        OptionalLong firstArrivalNs,
        OptionalLong lastArrivalNs,
        OptionalLong firstTick,
        OptionalLong lastTick,
        SortedMap<String, Long> framesByFeed,
        List<String> recordedUnder,
        List<String> problems) {}
