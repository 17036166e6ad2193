package pawl.testkit;

import java.util.SplittableRandom;
import pawl.api.decimal.Decimals;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.token.Ticks;
import pawl.api.token.Token;

/** Ticks of events made from a seed: of a plain market, or of any numbers at all. */
final class MarketEvents {
    private static final long[] EXTREMES = {0, 1, 2, 1_000, 1_000_000_007L, 1L << 53, Long.MAX_VALUE};
    private static final long FUNDING_INTERVAL_TICKS = 8 * 3_600 * Ticks.TICKS_PER_SECOND;

    private final SplittableRandom random;
    private final Token token;
    private final int venues;
    private double price = 1_000;
    private double openInterest = 50_000;
    private long id = 1_000_000;

    MarketEvents(long seed, Token token, int venues) {
        this.random = new SplittableRandom(seed);
        this.token = token;
        this.venues = venues;
    }

    /** A market as it is: trades, quotes, marks each second, open interest now and then, funding before its time. */
    void plain(EventBatch events, long tick) {
        events.clear();
        long nowMs = Ticks.startMs(tick);
        price *= 1 + (random.nextDouble() - 0.5) * 0.002;
        for (int venue = 0; venue < venues; venue++) {
            int trades = random.nextInt(3);
            for (int i = 0; i < trades; i++) {
                int flags = random.nextBoolean() ? EventFlag.TAKER_SOLD : 0;
                events.add(
                        EventKind.TRADE,
                        venue,
                        flags,
                        nowMs,
                        ++id,
                        price(price),
                        quantity(1 + random.nextInt(50)),
                        id,
                        0);
            }
            double spread = price * 0.0002 * (1 + random.nextInt(4));
            events.add(
                    EventKind.BOOK_TICKER,
                    venue,
                    0,
                    nowMs,
                    ++id,
                    price(price - spread),
                    quantity(1 + random.nextInt(90)),
                    price(price + spread),
                    quantity(1 + random.nextInt(90)));
            if (tick % Ticks.TICKS_PER_SECOND == 0) {
                long rate = random.nextLong(-200_000_000, 400_000_000);
                long next = Ticks.startMs((tick / FUNDING_INTERVAL_TICKS + 1) * FUNDING_INTERVAL_TICKS);
                int flags = EventFlag.WITH_FUNDING | EventFlag.WITH_INDEX;
                long mark = at(price, token.markExponent());
                events.add(EventKind.MARK_PRICE, venue, flags, nowMs, 0, mark, mark, rate, next);
            }
            if (tick % (10 * Ticks.TICKS_PER_SECOND) == 0) {
                openInterest *= 1 + (random.nextDouble() - 0.5) * 0.01;
                events.add(EventKind.OPEN_INTEREST, venue, 0, nowMs, 0, quantity(openInterest), 0, 0, 0);
            }
        }
    }

    /** Any kinds, flags and numbers, now and then with a venue's clock years off. */
    void wild(EventBatch events, long tick) {
        events.clear();
        EventKind[] kinds = EventKind.values();
        int count = random.nextInt(3) == 0 ? random.nextInt(8) : 0;
        for (int i = 0; i < count; i++) {
            EventKind kind = kinds[random.nextInt(kinds.length)];
            long timeMs = random.nextInt(50) == 0 ? number() : Ticks.startMs(tick) - random.nextInt(2_000);
            long third = kind == EventKind.FUNDING ? 1 + random.nextInt(480) : number();
            long first = kind == EventKind.FUNDING && random.nextBoolean() ? -number() : number();
            boolean isOfStream = kind == EventKind.FEED_STATE || kind == EventKind.FEED_COUNT;
            events.add(
                    kind,
                    random.nextInt(venues),
                    random.nextInt(1 << 12),
                    timeMs,
                    number(),
                    isOfStream ? EventKind.TRADE.code() : first,
                    number(),
                    third,
                    number());
        }
    }

    /** Copies the events and puts trades off the book among them. */
    void withOffBookTrades(EventBatch source, EventBatch target) {
        target.clear();
        for (int event = 0; event < source.size(); event++) {
            if (random.nextInt(3) == 0) {
                target.add(
                        EventKind.TRADE,
                        source.venueIndex(event),
                        EventFlag.OFF_BOOK | (random.nextBoolean() ? EventFlag.TAKER_SOLD : 0),
                        source.exchangeTimeMs(event),
                        ++id,
                        random.nextBoolean() ? 0 : price(price * 3),
                        random.nextBoolean() ? 0 : quantity(1_000),
                        id,
                        0);
            }
            target.addFrom(source, event);
        }
    }

    private long number() {
        return random.nextInt(3) == 0 ? EXTREMES[random.nextInt(EXTREMES.length)] : 1 + random.nextLong(1_000_000);
    }

    private long price(double value) {
        return at(value, token.priceExponent());
    }

    private long quantity(double value) {
        return at(value, token.quantityExponent());
    }

    private static long at(double value, int exponent) {
        return Math.max(1, Math.round(value * Decimals.powerOfTen(-exponent)));
    }
}
