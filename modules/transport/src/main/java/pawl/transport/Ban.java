package pawl.transport;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Until when a venue wants to be left alone, and by what answer it said so. */
final class Ban {
    private static final int FORBIDDEN = 403;
    private static final int BANNED = 418;
    private static final int TOO_MANY = 429;
    private static final int FIRST_ERROR = 400;
    private static final Duration AFTER_FORBIDDEN = Duration.ofMinutes(10);
    private static final Duration AFTER_BANNED = Duration.ofMinutes(2);
    private static final Duration AFTER_TOO_MANY = Duration.ofMinutes(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Outlet outlet;
    private long untilNs;
    private boolean set;
    private long count;
    private String text = "";

    Ban(Outlet outlet) {
        this.outlet = outlet;
    }

    boolean holds(long nowNs) {
        return set && nowNs - untilNs < 0;
    }

    /** Says until when and why. */
    String text() {
        return text;
    }

    long count() {
        return count;
    }

    /** Whether this answer bans. A ban is never shortened. */
    boolean heed(int status, MultiMap headers, long nowNs) {
        long waitMs = waitMs(status, headers.get("Retry-After"));
        if (waitMs <= 0) {
            return false;
        }
        count++;
        long newUntilNs = nowNs + TimeUnit.MILLISECONDS.toNanos(waitMs);
        if (!holds(nowNs) || newUntilNs - untilNs > 0) {
            untilNs = newUntilNs;
            set = true;
            Instant until = Instant.EPOCH.plusNanos(outlet.wallNs()).plusMillis(waitMs);
            text = "the venue answered with HTTP status " + status + "; nothing is asked until "
                    + DateTimeFormatter.ISO_INSTANT.format(until);
        }
        return true;
    }

    private long waitMs(int status, @Nullable String retryAfter) {
        Duration least = switch (status) {
            case FORBIDDEN -> AFTER_FORBIDDEN;
            case BANNED -> AFTER_BANNED;
            case TOO_MANY -> AFTER_TOO_MANY;
            default -> Duration.ZERO;
        };
        if (retryAfter == null || status < FIRST_ERROR) {
            return least.toMillis();
        }
        long askedMs = askedMs(retryAfter.strip());
        if (askedMs < 0) {
            return least.toMillis();
        }
        long boundedMs = Math.clamp(askedMs, SHORTEST.toMillis(), LONGEST.toMillis());
        return status == FORBIDDEN ? Math.max(boundedMs, least.toMillis()) : boundedMs;
    }

    /** −1 where the header cannot be read. */
    private long askedMs(String retryAfter) {
        try {
            return Math.multiplyExact(Long.parseLong(retryAfter), 1000L);
        } catch (NumberFormatException | ArithmeticException notSeconds) {
            return untilDateMs(retryAfter);
        }
    }

    private long untilDateMs(String date) {
        try {
            Instant until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Math.max(0, until.toEpochMilli() - outlet.wallNs() / 1_000_000);
        } catch (DateTimeException unreadable) {
            return -1;
        }
    }
}
