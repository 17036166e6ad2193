package pawl.storage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a name to what it means, and what a name can mean. */
final class StoreNameParser {
    private static final Pattern NAME = Pattern.compile("logs/(?<logOf>[^/]+)/(?<day>\\d{4}-\\d\\d-\\d\\d)\\.log"
            + "|ticks/(?<tickDay>\\d{4}-\\d\\d-\\d\\d)\\.log"
            + "|snapshots/(?<snapshotOf>[^/]+)/(?<tick>\\d{1,19})\\.snapshot"
            + "|configuration/(?<sha256>[0-9a-f]{64})\\.json"
            + "|seals/(?<sealDay>\\d{4}-\\d\\d-\\d\\d)(/(?<sealOf>[^/]+))?\\.checkpoint");

    private static final long LAST_EPOCH_DAY = 2_932_896; // 9999-12-31, the last that four digits can name.

    private StoreNameParser() {}

    static void requireDay(long epochDay) {
        if (epochDay < 0 || epochDay > LAST_EPOCH_DAY) {
            throw new IllegalArgumentException("day " + epochDay + " is not in the years 1970 to 9999");
        }
    }

    static Optional<StoreName> parse(String text) {
        Matcher matcher = NAME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return parse(matcher).filter(name -> name.text().equals(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty(); // A day such as 2023-02-30 or in 1969, or a tick above 2^63.
        }
    }

    private static Optional<StoreName> parse(Matcher matcher) {
        if (matcher.group("logOf") != null) {
            long epochDay = LocalDate.parse(matcher.group("day")).toEpochDay();
            return NameEscape.unescape(matcher.group("logOf")).map(name -> new StoreName.TokenLog(name, epochDay));
        }
        if (matcher.group("tickDay") != null) {
            long epochDay = LocalDate.parse(matcher.group("tickDay")).toEpochDay();
            return Optional.of(new StoreName.TickLog(epochDay));
        }
        if (matcher.group("snapshotOf") != null) {
            long tick = Long.parseLong(matcher.group("tick"));
            return NameEscape.unescape(matcher.group("snapshotOf")).map(name -> new StoreName.Snapshot(name, tick));
        }
        if (matcher.group("sealDay") != null) {
            long epochDay = LocalDate.parse(matcher.group("sealDay")).toEpochDay();
            return seal(Optional.ofNullable(matcher.group("sealOf")), epochDay);
        }
        return Optional.of(new StoreName.Configuration(matcher.group("sha256")));
    }

    private static Optional<StoreName> seal(Optional<String> part, long epochDay) {
        if (part.isEmpty()) {
            return Optional.of(new StoreName.DaySeal(epochDay));
        }
        if (part.get().equals(StoreName.TickSeal.PART)) {
            return Optional.of(new StoreName.TickSeal(epochDay));
        }
        return NameEscape.unescape(part.get()).map(name -> new StoreName.TokenSeal(name, epochDay));
    }
}
