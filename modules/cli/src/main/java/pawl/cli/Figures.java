package pawl.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them, in the same words on every machine. */
final class Figures {
    /** E2.1: fixed for good, for a tick id is a time (D2). */
    private static final long TICK_MS = 250;

    private static final DateTimeFormatter MILLISECONDS = formatter("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss");

    private Figures() {}

    /** With a comma between thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%,.3f s", seconds);
    }

    /** The shortest digits that name the number, without an exponent. */
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** The UTC time at which the tick starts, to the millisecond. */
    static String tickStart(long tick) {
        return MILLISECONDS.format(Instant.ofEpochMilli(tick * TICK_MS));
    }

    /** The UTC time at which the tick ends. */
    static String tickEnd(long tick) {
        return tickStart(tick + 1);
    }

    /** UTC, cut to the millisecond. */
    static String timeOfNs(long epochNs) {
        return MILLISECONDS.format(Instant.ofEpochMilli(Math.floorDiv(epochNs, 1_000_000)));
    }

    /** UTC, cut to the second. */
    static String secondOfMs(long epochMs) {
        return SECONDS.format(Instant.ofEpochMilli(epochMs));
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
