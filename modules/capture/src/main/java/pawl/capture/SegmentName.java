package pawl.capture;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import pawl.api.token.Ticks;

/** What the segments of a recording are called, so that a listing by name is one by time. No reader relies on it. */
final class SegmentName {
    static final String SUFFIX = ".pawlcap.zst";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);

    private SegmentName() {}

    /** @param attempt from 1; a later one where a segment of that tick is there already */
    static String of(long firstTick, int attempt) {
        long second = Math.floorDiv(firstTick, Ticks.TICKS_PER_SECOND);
        String time = SECOND.format(LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
        return time + "-" + firstTick + (attempt == 1 ? "" : "-" + attempt) + SUFFIX;
    }
}
