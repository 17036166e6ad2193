package pawl.api.event;

import java.util.Arrays;
import java.util.Objects;

/**
 * Canonical events of one token in order, as 64-bit words in one array, so that a tick's flush allocates nothing once the array
 * has grown to the busiest tick seen. Owned by the engine's thread.
 *
 * <p>An event is eight words: 0 the kind's code, venue and flags; 1 exchange time; 2 the venue's sequence; 3 to 6 by kind; 7 a
 * tag that its owner may use. Words 1 to 6 are the payload of the event's log record (D9).
 */
public final class EventBatch implements EventView {
    public static final int WORDS_PER_EVENT = 8;
    public static final int PAYLOAD_WORDS = 6;

    private static final int VENUE_SHIFT = 8;
    private static final int FLAGS_SHIFT = 16;
    private static final int FIRST_CAPACITY = 16;

    private long[] words = new long[FIRST_CAPACITY * WORDS_PER_EVENT];
    private int size;
    private int modifications;

    public EventBatch() {}

    @Override
    public int size() {
        return size;
    }

    public void clear() {
        modifications++;
        size = 0;
    }

    /** Drops the events from position {@code newSize} on. */
    public void truncate(int newSize) {
        modifications++;
        size = Objects.checkIndex(newSize, size + 1);
    }

    /** Rises with each change, so that an owner can tell whether somebody whom it lent the batch to be read changed it. */
    public int modifications() {
        return modifications;
    }

    /** Appends an event; the arguments after {@code flags} are words 1 to 6. */
    public void add(
            EventKind kind,
            int venueIndex,
            int flags,
            long exchangeTimeMs,
            long sequence,
            long a,
            long b,
            long c,
            long d) {
        int at = grown();
        words[at] = kind.code() | (long) venueIndex << VENUE_SHIFT | (long) flags << FLAGS_SHIFT;
        words[at + 1] = exchangeTimeMs;
        words[at + 2] = sequence;
        words[at + 3] = a;
        words[at + 4] = b;
        words[at + 5] = c;
        words[at + 6] = d;
        words[at + 7] = 0;
        size++;
    }

    /** Appends a copy of another batch's event, tag included. */
    public void addFrom(EventBatch source, int event) {
        int from = source.at(event);
        int at = grown();
        System.arraycopy(source.words, from, words, at, WORDS_PER_EVENT);
        size++;
    }

    private int grown() {
        modifications++;
        int at = size * WORDS_PER_EVENT;
        if (at == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        return at;
    }

    private int at(int event) {
        return Objects.checkIndex(event, size) * WORDS_PER_EVENT;
    }

    @Override
    public EventKind kind(int event) {
        return EventKind.ofCode((int) words[at(event)] & 0xff);
    }

    @Override
    public int venueIndex(int event) {
        return (int) (words[at(event)] >>> VENUE_SHIFT) & 0xff;
    }

    @Override
    public int flags(int event) {
        return (int) (words[at(event)] >>> FLAGS_SHIFT) & 0xffff;
    }

    @Override
    public boolean has(int event, int flag) {
        return EventFlag.has(flags(event), flag);
    }

    /** Sets flags besides those already set. */
    public void addFlags(int event, int flags) {
        modifications++;
        words[at(event)] |= (long) flags << FLAGS_SHIFT;
    }

    @Override
    public long exchangeTimeMs(int event) {
        return words[at(event) + 1];
    }

    @Override
    public long sequence(int event) {
        return words[at(event) + 2];
    }

    @Override
    public long payload(int event, int word) {
        return words[at(event) + 1 + Objects.checkIndex(word, PAYLOAD_WORDS)];
    }

    public long tag(int event) {
        return words[at(event) + 7];
    }

    public void setTag(int event, long tag) {
        modifications++;
        words[at(event) + 7] = tag;
    }

    @Override
    public long priceMantissa(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long quantityMantissa(int event) {
        return words[at(event) + 4];
    }

    @Override
    public long firstTradeId(int event) {
        return words[at(event) + 5];
    }

    @Override
    public long lastTradeId(int event) {
        return words[at(event) + 2];
    }

    @Override
    public long aggregateId(int event) {
        return words[at(event) + 6];
    }

    @Override
    public long bidPriceMantissa(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long bidQuantityMantissa(int event) {
        return words[at(event) + 4];
    }

    @Override
    public long askPriceMantissa(int event) {
        return words[at(event) + 5];
    }

    @Override
    public long askQuantityMantissa(int event) {
        return words[at(event) + 6];
    }

    @Override
    public long markPriceMantissa(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long indexPriceMantissa(int event) {
        return words[at(event) + 4];
    }

    @Override
    public long fundingRateMantissa(int event) {
        return kind(event) == EventKind.FUNDING ? words[at(event) + 3] : words[at(event) + 5];
    }

    @Override
    public long fundingTimeMs(int event) {
        return kind(event) == EventKind.FUNDING ? words[at(event) + 4] : words[at(event) + 6];
    }

    @Override
    public int fundingIntervalMinutes(int event) {
        return (int) words[at(event) + 5];
    }

    @Override
    public long averagePriceMantissa(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long filledQuantityMantissa(int event) {
        return words[at(event) + 4];
    }

    @Override
    public long openInterestMantissa(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long firstMissingId(int event) {
        return words[at(event) + 3];
    }

    @Override
    public long lastMissingId(int event) {
        return words[at(event) + 4];
    }

    @Override
    public EventKind streamKind(int event) {
        return EventKind.ofCode((int) words[at(event) + 3]);
    }
}
