package pawl.plugin.feature.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.Settings;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/** One token's ticks, for tests: collects the events of a tick, flushes them through an extractor, keeps block and frame. */
final class Market {
    static final long FIRST_TICK = Ticks.ofEpochNs(1_680_652_800_000_000_000L);
    static final Token TOKEN = new Token(0, "BTCUSDT", "major", -2, -3, -8, 480);

    private static final double RATE_UNITS = 1e12;

    final Token token;
    final FeatureExtractor extractor;
    final long[] words;
    final StateBlock state;
    final FeatureFrame frame = new FeatureFrame();
    final EventBatch events = new EventBatch();
    long tick = FIRST_TICK;

    private long sequence;

    Market() {
        this(TOKEN, Map.of());
    }

    Market(Token token, Map<String, ?> settings) {
        this(token, 1, settings);
    }

    Market(Token token, int venueCount, Map<String, ?> settings) {
        this.token = token;
        List<String> venues =
                IntStream.range(0, venueCount).mapToObj(venue -> "v" + venue).toList();
        extractor = new StandardFeatureExtractorProvider().create(venues, Settings.of("features.settings", settings));
        words = new long[extractor.stateWords()];
        state = new StateBlock(words, 0, words.length);
    }

    long nowMs() {
        return Ticks.startMs(tick);
    }

    Market flush() {
        frame.clear();
        extractor.extract(token, tick, events, state, frame);
        events.clear();
        tick++;
        return this;
    }

    /** Flushes empty ticks. */
    Market idle(long ticks) {
        for (long i = 0; i < ticks; i++) {
            flush();
        }
        return this;
    }

    Market restart() {
        extractor.restart(token, tick, state);
        return this;
    }

    Market trade(double price, double quantity, boolean isTakerSold) {
        return trade(0, nowMs(), price, quantity, isTakerSold ? EventFlag.TAKER_SOLD : 0);
    }

    Market trade(int venueIndex, long timeMs, double price, double quantity, int flags) {
        long id = ++sequence;
        events.add(
                EventKind.TRADE,
                venueIndex,
                flags,
                timeMs,
                id,
                mantissa(price, token.priceExponent()),
                mantissa(quantity, token.quantityExponent()),
                id,
                0);
        return this;
    }

    Market quote(double bid, double bidQuantity, double ask, double askQuantity) {
        return quote(0, nowMs(), ++sequence, bid, bidQuantity, ask, askQuantity);
    }

    Market quote(
            int venueIndex,
            long timeMs,
            long updateId,
            double bid,
            double bidQuantity,
            double ask,
            double askQuantity) {
        events.add(
                EventKind.BOOK_TICKER,
                venueIndex,
                0,
                timeMs,
                updateId,
                mantissa(bid, token.priceExponent()),
                mantissa(bidQuantity, token.quantityExponent()),
                mantissa(ask, token.priceExponent()),
                mantissa(askQuantity, token.quantityExponent()));
        return this;
    }

    Market openInterest(double openInterest) {
        return openInterest(0, nowMs(), openInterest);
    }

    Market openInterest(int venueIndex, long timeMs, double openInterest) {
        long mantissa = mantissa(openInterest, token.quantityExponent());
        events.add(EventKind.OPEN_INTEREST, venueIndex, EventFlag.LATE, timeMs, 0, mantissa, 0, 0, 0);
        return this;
    }

    Market mark(double fundingRate, long nextFundingTimeMs) {
        return mark(0, nowMs(), fundingRate, nextFundingTimeMs);
    }

    Market mark(int venueIndex, long timeMs, double fundingRate, long nextFundingTimeMs) {
        long rate = Math.round(fundingRate * RATE_UNITS);
        events.add(EventKind.MARK_PRICE, venueIndex, EventFlag.WITH_FUNDING, timeMs, 0, 1, 0, rate, nextFundingTimeMs);
        return this;
    }

    Market funding(double fundingRate, int intervalMinutes, int flags) {
        return funding(fundingRate, nowMs(), intervalMinutes, flags);
    }

    /** @param fundingTimeMs 0 where the message does not say */
    Market funding(double fundingRate, long fundingTimeMs, int intervalMinutes, int flags) {
        long rate = Math.round(fundingRate * RATE_UNITS);
        events.add(EventKind.FUNDING, 0, flags, nowMs(), 0, rate, fundingTimeMs, intervalMinutes, 0);
        return this;
    }

    Market gap() {
        return gap(0);
    }

    Market gap(int venueIndex) {
        events.add(EventKind.GAP, venueIndex, 0, nowMs(), 0, sequence + 1, sequence + 9, 0, 0);
        sequence += 9;
        return this;
    }

    boolean isValid(Feature feature) {
        return frame.isValid(feature);
    }

    double score(Feature feature) {
        return frame.score(feature);
    }

    /** The block's and the frame's bits. */
    long[] bits() {
        Feature[] features = Feature.values();
        long[] bits = Arrays.copyOf(words, words.length + features.length);
        for (Feature feature : features) {
            long score = Double.doubleToRawLongBits(frame.score(feature));
            bits[words.length + feature.ordinal()] = frame.isValid(feature) ? score : ~score;
        }
        return bits;
    }

    private static long mantissa(double value, int exponent) {
        double scaled = value;
        for (int i = exponent; i < 0; i++) {
            scaled *= 10;
        }
        return Math.round(scaled);
    }
}
