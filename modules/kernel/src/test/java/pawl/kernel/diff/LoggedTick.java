package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.storage.EngineLog;
import pawl.storage.FormatVersion;
import pawl.storage.LogIdentity;
import pawl.storage.StorageFormatException;
import pawl.storage.TransitionRecord;

/**
 * What a log is to hold of one tick.
 *
 * @param entries in the order in which they are appended
 */
record LoggedTick(long tick, long lastFrameTick, List<Entry> entries) {
    static final List<Token> TOKENS = List.of(token(0, "AAA"), token(1, "BBB"), token(2, "CCC"));
    static final LogIdentity IDENTITY = new LogIdentity("0".repeat(64), List.of());
    static final long FIRST_TICK = Ticks.firstOfDay(19_000) - 150;

    private static final List<String> TRANSITION_FIELDS = List.of(
            "measure",
            "threshold",
            "base",
            "tierFactor",
            "phaseFactor",
            "machine",
            "from",
            "to",
            "reason",
            "measureKind",
            "tier",
            "heldTicks");

    /** The fields of a type in the order of an entry's numbers; the rest of them are zero. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "TRADE", List.of("exchangeTimeMs", "lastTradeId", "price", "quantity", "firstTradeId"),
            "BOOK_TICKER", List.of("exchangeTimeMs", "updateId", "bidPrice", "bidQuantity", "askPrice", "askQuantity"),
            "OPEN_INTEREST", List.of("exchangeTimeMs"),
            "TRANSITION", TRANSITION_FIELDS,
            "TIER_CHANGE", List.of("fromTier", "toTier"),
            "OUTAGE", List.of("firstMissingTick", "lastMissingTick"));

    private static final List<String> TYPES =
            List.of("TRADE", "TRADE", "BOOK_TICKER", "OPEN_INTEREST", "TRANSITION", "TIER_CHANGE", "OUTAGE");

    /** One record of a token; the numbers are what its fields are made of. */
    record Entry(int token, String type, List<Long> numbers) {
        List<String> fields() {
            return FIELDS.get(type);
        }

        boolean isEvent() {
            return TYPES.indexOf(type) < TYPES.indexOf("TRANSITION");
        }

        /** The same but for one number. */
        Entry with(int field) {
            List<Long> other = new ArrayList<>(numbers);
            other.set(field, numbers.get(field) + 1);
            return new Entry(token, type, other);
        }
    }

    /** Ticks over a midnight, with outages between them, many without a record. */
    static List<LoggedTick> random(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LoggedTick> ticks = new ArrayList<>();
        long tick = FIRST_TICK;
        for (int i = 0; i < count; i++) {
            List<Entry> entries = new ArrayList<>();
            for (int left = random.nextInt(6); left > 0; left--) {
                entries.add(randomEntry(random));
            }
            ticks.add(new LoggedTick(tick, tick - random.nextInt(3), entries));
            tick += random.nextInt(10) == 0 ? 2 + random.nextInt(30) : 1;
        }
        return ticks;
    }

    private static Entry randomEntry(SplittableRandom random) {
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < TRANSITION_FIELDS.size(); i++) {
            numbers.add((long) random.nextInt(2, 200));
        }
        return new Entry(random.nextInt(TOKENS.size()), TYPES.get(random.nextInt(TYPES.size())), numbers);
    }

    static void write(LogStore store, List<LoggedTick> ticks, FormatVersion format)
            throws StorageException, StorageFormatException {
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 10_000)) {
            log.beginFilesAs(format);
            for (LoggedTick tick : ticks) {
                for (Entry entry : tick.entries) {
                    append(log, tick.tick, entry);
                }
                log.commit(tick.tick, tick.lastFrameTick);
            }
        }
    }

    private static void append(EngineLog log, long tick, Entry entry) {
        List<Long> n = entry.numbers;
        switch (entry.type) {
            case "TRANSITION" -> log.transition(entry.token, tick, transition(n));
            case "TIER_CHANGE" -> log.tierChange(entry.token, tick, (int) (long) n.get(0), (int) (long) n.get(1));
            case "OUTAGE" -> log.outage(entry.token, tick, n.get(0), n.get(1));
            case "OPEN_INTEREST" -> log.events(entry.token, tick, event(EventKind.OPEN_INTEREST, n, 1));
            case "BOOK_TICKER" -> log.events(entry.token, tick, event(EventKind.BOOK_TICKER, n, 6));
            default -> log.events(entry.token, tick, event(EventKind.TRADE, n, 5));
        }
    }

    private static EventBatch event(EventKind kind, List<Long> n, int words) {
        long[] word = new long[6];
        for (int i = 0; i < words; i++) {
            word[i] = n.get(i);
        }
        EventBatch batch = new EventBatch();
        batch.add(kind, 0, 0, word[0], word[1], word[2], word[3], word[4], word[5]);
        return batch;
    }

    private static TransitionRecord transition(List<Long> n) {
        return new TransitionRecord(
                n.get(0),
                n.get(1),
                n.get(2),
                n.get(3),
                n.get(4),
                (int) (long) n.get(5),
                (int) (long) n.get(6),
                (int) (long) n.get(7),
                (int) (long) n.get(8),
                (int) (long) n.get(9),
                (int) (long) n.get(10),
                (int) (long) n.get(11));
    }

    private static Token token(int index, String name) {
        return new Token(index, name, "middle", -2, -1, -4, 480);
    }
}
