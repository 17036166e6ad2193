package pawl.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The scenarios that there are. All begin at 2026-07-19T16:00Z; the shipped calendars have the event's start at 17:00, its middle at 19:00 and
 * its end at 21:00.
 */
public final class Scenarios {
    /** As many tokens as there are names for. */
    public static final int MOST_TOKENS = 30;
    /** As long as one may last. */
    public static final int MOST_HOURS = 24;

    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private record Entry(ScenarioDescription description, Script script) {}

    private static final Map<String, Entry> ALL = entries();

    private Scenarios() {}

    /** In the order of a list. */
    public static List<ScenarioDescription> all() {
        return ALL.values().stream().map(Entry::description).toList();
    }

    /** The one of that name. */
    public static Optional<ScenarioDescription> find(String name) {
        return Optional.ofNullable(ALL.get(name)).map(Entry::description);
    }

    /**
     * @param tokens 1 to {@link #MOST_TOKENS}
     * @param hours of market time, 1 to {@link #MOST_HOURS}
     * @throws IllegalArgumentException when there is no such scenario, or a number is out of range
     */
    public static Scenario create(String name, int tokens, long seed, int hours) {
        Entry entry = ALL.get(name);
        if (entry == null || tokens < 1 || tokens > MOST_TOKENS || hours < 1 || hours > MOST_HOURS) {
            throw new IllegalArgumentException("scenario " + name + " of " + tokens + " tokens and " + hours
                    + " hours: needed are a name of the list, 1 to " + MOST_TOKENS + " tokens and 1 to " + MOST_HOURS
                    + " hours");
        }
        List<String> symbols = Arrays.stream(FanToken.values())
                .limit(tokens)
                .map(FanToken::symbol)
                .toList();
        return new Scenario(
                entry.description(),
                entry.script(),
                symbols,
                seed,
                Scenario.FIRST_SECOND,
                Math.multiplyExact(hours, HOUR));
    }

    /**
     * A market that befalls what the seed draws: build-ups, hushes, sales and what follows, each within minutes. No list names it.
     *
     * @param symbols the venue's; those that no scenario knows begin at a price of 1
     * @param firstSecond since the epoch
     * @param seconds of market time, at least 1
     */
    public static Scenario random(List<String> symbols, long seed, long firstSecond, int seconds) {
        Script script = RandomScript.of(new SplittableRandom(seed), seconds);
        ScenarioDescription description = new ScenarioDescription(
                "random", "whatever the seed draws", "two-tokens", symbols.size(), Math.ceilDiv(seconds, HOUR));
        return new Scenario(description, script, symbols, seed, firstSecond, seconds);
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        add(entries, "quiet-day", "nothing happens", Script.of());
        add(
                entries,
                "build-up",
                "leverage builds up, the price falls quiet, and all of it fades away",
                Script.of(buildUp(60, 150), hush(110, 165), act(Lever.RETREAT, 170, 260, 10, 0.5)));
        add(
                entries,
                "cascade",
                "a build-up is sold into after kick-off; liquidations cascade; all calms down",
                Script.of(cascade(60, 190)));
        add(entries, "early-collapse", "the same before the event has reached its middle", Script.of(cascade(20, 110)));
        add(
                entries,
                "venue-outage",
                "a cascade in which the venue goes silent for ten minutes",
                Script.of(cascade(60, 190)).silent(193 * MINUTE, 203 * MINUTE));
        add(
                entries,
                "flash-crash",
                "a fall within a minute out of a quiet market, and back",
                Script.of(act(Lever.SALE, 150, 151, 0, 1), act(Lever.RECOVERY, 151, 156, 0, 1)));
        add(
                entries,
                "delisting",
                "a cascade; the last token's streams end in mid-build-up",
                Script.of(cascade(60, 190)).delisted(2 * HOUR));
        add(
                entries,
                "clock-skew",
                "a cascade; the exchange's clock is 1.5 s ahead",
                Script.of(cascade(60, 190)).clockAhead(1_500));
        add(
                entries,
                "funding-flip",
                "longs crowd in and leave, then shorts do: funding changes its sign",
                Script.of(
                        buildUp(40, 120),
                        hush(90, 125),
                        act(Lever.RETREAT, 125, 190, 10, 1),
                        act(Lever.SHORTING, 190, 290, 10, 0.8)));
        add(
                entries,
                "world-cup",
                "thirty fan tokens around a final: build-up, kick-off, cascade, bleed",
                Script.of(cascade(70, 195)),
                "world-cup",
                MOST_TOKENS);
        return entries;
    }

    private static void add(Map<String, Entry> entries, String name, String title, Script script) {
        add(entries, name, title, script, "two-tokens", 2);
    }

    private static void add(
            Map<String, Entry> entries, String name, String title, Script script, String configuration, int tokens) {
        entries.put(name, new Entry(new ScenarioDescription(name, title, configuration, tokens, 6), script));
    }

    /** A build-up from one minute on, sold into at another. */
    private static Act[] cascade(int fromMinute, int saleMinute) {
        return new Act[] {
            buildUp(fromMinute, saleMinute + 2),
            hush(saleMinute - 45, saleMinute + 2),
            act(Lever.SALE, saleMinute, saleMinute + 14, 2, 1),
            act(Lever.RETREAT, saleMinute + 2, saleMinute + 60, 4, 1),
            act(Lever.RECOVERY, saleMinute + 25, saleMinute + 40, 5, 0.15),
        };
    }

    private static Act buildUp(int fromMinute, int toMinute) {
        return act(Lever.DEMAND, fromMinute, toMinute, 3, 1);
    }

    private static Act hush(int fromMinute, int toMinute) {
        return act(Lever.HUSH, fromMinute, toMinute, 5, 1);
    }

    private static Act act(Lever lever, int fromMinute, int toMinute, int rampMinutes, double strength) {
        return new Act(lever, fromMinute * MINUTE, toMinute * MINUTE, rampMinutes * MINUTE, strength);
    }
}
