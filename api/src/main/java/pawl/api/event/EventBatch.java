package pawl.api.event;

import java.util.Arrays;
import java.util.Objects;

/**
 * Canonical events of one token in order, as 64-bit words in one array, so that a tick's flush allocates nothing once the array
 * has grown to the busiest tick seen. An accessor is meaningful for the kinds its comment names and undefined for others; units
 * are those of {@link EventSink}. Owned by the engine's thread; a plugin reads it during the call that hands it over.
 *
 * <p>An event is eight words: 0 the kind's code, venue and flags; 1 exchange time; 2 the venue's sequence; 3 to 6 by kind; 7 a
 * tag that its owner may use. Words 1 to 6 are the payload of the event's log record (D9).
 */
public final class EventBatch {
    public static final int WORDS_PER_EVENT = 8;
    public static final int PAYLOAD_WORDS = 6;

    private static final int VENUE_SHIFT = 8;
    private static final int FLAGS_SHIFT = 16;
    private static final int FIRST_CAPACITY = 16;

    private long[] words = new long[FIRST_CAPACITY * WORDS_PER_EVENT];
    private int size;

    public EventBatch() {}

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Drops the events from position {@code newSize} on. */
    public void truncate(int newSize) {
        size = Objects.checkIndex(newSize, size + 1);
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
        int at = size * WORDS_PER_EVENT;
        if (at == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        return at;
    }

    private int at(int event) {
        return Objects.checkIndex(event, size) * WORDS_PER_EVENT;
    }

    public EventKind kind(int event) {
        return EventKind.ofCode((int) words[at(event)] & 0xff);
    }

    public int venueIndex(int event) {
        return (int) (words[at(event)] >>> VENUE_SHIFT) & 0xff;
    }

    public int flags(int event) {
        return (int) (words[at(event)] >>> FLAGS_SHIFT) & 0xffff;
    }

    public boolean has(int event, int flag) {
        return EventFlag.has(flags(event), flag);
    }

    /** Sets flags besides those already set. */
    public void addFlags(int event, int flags) {
        words[at(event)] |= (long) flags << FLAGS_SHIFT;
    }

    public long exchangeTimeMs(int event) {
        return words[at(event) + 1];
    }

    /** The venue's own number that orders events of one kind: last trade id, update id; 0 where the venue has none. */
    public long sequence(int event) {
        return words[at(event) + 2];
    }

    /** Word {@code 0} to {@code 5} of the payload, as the log holds it. */
    public long payload(int event, int word) {
        return words[at(event) + 1 + Objects.checkIndex(word, PAYLOAD_WORDS)];
    }

    public long tag(int event) {
        return words[at(event) + 7];
    }

    public void setTag(int event, long tag) {
        words[at(event) + 7] = tag;
    }

    /** TRADE. */
    public long priceMantissa(int event) {
        return words[at(event) + 3];
    }

    /** TRADE. */
    public long quantityMantissa(int event) {
        return words[at(event) + 4];
    }

    /** TRADE. */
    public long firstTradeId(int event) {
        return words[at(event) + 5];
    }

    /** TRADE: the same as {@link #sequence}. */
    public long lastTradeId(int event) {
        return words[at(event) + 2];
    }

    /** TRADE with {@link EventFlag#AGGREGATE}. */
    public long aggregateId(int event) {
        return words[at(event) + 6];
    }

    /** BOOK_TICKER. */
    public long bidPriceMantissa(int event) {
        return words[at(event) + 3];
    }

    /** BOOK_TICKER. */
    public long bidQuantityMantissa(int event) {
        return words[at(event) + 4];
    }

    /** BOOK_TICKER. */
    public long askPriceMantissa(int event) {
        return words[at(event) + 5];
    }

    /** BOOK_TICKER. */
    public long askQuantityMantissa(int event) {
        return words[at(event) + 6];
    }

    /** MARK_PRICE. */
    public long markPriceMantissa(int event) {
        return words[at(event) + 3];
    }

    /** MARK_PRICE with {@link EventFlag#WITH_INDEX}. */
    public long indexPriceMantissa(int event) {
        return words[at(event) + 4];
    }

    /** MARK_PRICE with {@link EventFlag#WITH_FUNDING}, and FUNDING. */
    public long fundingRateMantissa(int event) {
        return kind(event) == EventKind.FUNDING ? words[at(event) + 3] : words[at(event) + 5];
    }

    /** MARK_PRICE with {@link EventFlag#WITH_FUNDING}: the next funding; FUNDING: the one that the rate is of. */
    public long fundingTimeMs(int event) {
        return kind(event) == EventKind.FUNDING ? words[at(event) + 4] : words[at(event) + 6];
    }

    /** FUNDING. */
    public int fundingIntervalMinutes(int event) {
        return (int) words[at(event) + 5];
    }

    /** LIQUIDATION. */
    public long averagePriceMantissa(int event) {
        return words[at(event) + 3];
    }

    /** LIQUIDATION. */
    public long filledQuantityMantissa(int event) {
        return words[at(event) + 4];
    }

    /** OPEN_INTEREST. */
    public long openInterestMantissa(int event) {
        return words[at(event) + 3];
    }

    /** GAP: the first trade id, or aggregate id, that is missing. */
    public long firstMissingId(int event) {
        return words[at(event) + 3];
    }

    /** GAP: the last that is missing. */
    public long lastMissingId(int event) {
        return words[at(event) + 4];
    }

    /** FEED_STATE, FEED_COUNT: the stream's kind of event. */
    public EventKind streamKind(int event) {
        return EventKind.ofCode((int) words[at(event) + 3]);
    }
}
