package pawl.scenario;

import java.util.Locale;
import java.util.SplittableRandom;

/** What Binance's USD-M futures send of one token's market: the frames of one second, byte for byte as its wire has them. */
final class TokenFeed {
    private static final String PUBLIC = "/public";
    private static final String MARKET = "/market";
    private static final String POLLS = "/rest";
    private static final long NS_PER_MS = 1_000_000;
    private static final double PRICE_UNITS = 1e5;
    private static final int MARK_PRICE_SECONDS = 3;
    private static final int OPEN_INTEREST_POLL_SECONDS = 15;
    private static final int OPEN_INTEREST_REFRESH_SECONDS = 20;
    private static final int PREMIUM_POLL_SECONDS = 60;
    private static final long FUNDING_INTERVAL_MS = 8 * 3_600_000L;
    private static final long SETTLED_RATE_UNITS = 100_000_000;

    private final String feedPrefix;
    private final String symbol;
    private final String stream;
    private final TokenMarket market;
    private final SplittableRandom random;
    private final PendingFrames frames;
    private final long venueAheadMs;
    private final FrameText text = new FrameText();
    private long updateId;
    private long tradeId;
    private long aggregateId;
    private long publishedOpenInterest;
    private long publishedOpenInterestMs;
    private long lastQuoteNs;
    private long lastTradeNs;

    TokenFeed(
            String feedPrefix,
            String symbol,
            TokenMarket market,
            SplittableRandom random,
            PendingFrames frames,
            long venueAheadMs) {
        this.feedPrefix = feedPrefix;
        this.symbol = symbol;
        this.market = market;
        this.random = random;
        this.frames = frames;
        this.venueAheadMs = venueAheadMs;
        stream = symbol.toLowerCase(Locale.ROOT);
        updateId = 10_000_000_000_000L + random.nextLong(1_000_000_000L);
        tradeId = 100_000_000L + random.nextLong(1_000_000L);
        aggregateId = 50_000_000L + random.nextLong(1_000_000L);
    }

    /** @param startMs of the second, by the recorder's clock */
    void second(int second, long startMs) {
        // Symbols do not all speak in the same millisecond.
        int phase = Math.floorMod(symbol.hashCode(), 60);
        quotes(startMs);
        trades(startMs);
        if (market.liquidated() * market.price() > 50) {
            liquidation(startMs);
        }
        if ((second + phase) % MARK_PRICE_SECONDS == 0) {
            markPrice(startMs);
        }
        if ((second + phase) % OPEN_INTEREST_REFRESH_SECONDS == 0 || publishedOpenInterestMs == 0) {
            publishedOpenInterest = Math.round(market.openInterest());
            publishedOpenInterestMs = startMs + venueAheadMs + 7;
        }
        if ((second + phase) % OPEN_INTEREST_POLL_SECONDS == 0) {
            openInterest(startMs);
        }
        if ((second + phase) % PREMIUM_POLL_SECONDS == 0) {
            premiumIndex(startMs);
        }
        if ((startMs + venueAheadMs) % FUNDING_INTERVAL_MS == 0 || second == 0) {
            settledFunding(startMs);
        }
    }

    private void quotes(long startMs) {
        int count = 1 + poisson(Math.min(7, 0.25 * market.activity()));
        int gapMs = 1_000 / count;
        for (int i = 0; i < count; i++) {
            long timeMs = startMs + (long) i * gapMs + random.nextInt(gapMs);
            long bid = Math.max(1, Math.round((market.price() - market.halfSpread()) * PRICE_UNITS));
            long ask = Math.max(bid + 1, Math.round((market.price() + market.halfSpread()) * PRICE_UNITS));
            updateId += 20_000 + random.nextInt(5_000);
            long at = timeMs + venueAheadMs;
            text.clear().add("{\"stream\":\"").add(stream).add("@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":");
            text.add(updateId)
                    .add(",\"s\":\"")
                    .add(symbol)
                    .add("\",\"ps\":\"")
                    .add(symbol)
                    .add("\",\"b\":\"");
            text.price(bid)
                    .add("\",\"B\":\"")
                    .add(quantity(1_500 * market.depth()))
                    .add("\",\"a\":\"");
            text.price(ask)
                    .add("\",\"A\":\"")
                    .add(quantity(1_500 * market.depth()))
                    .add("\",\"T\":");
            text.add(at).add(",\"E\":").add(at).add(",\"st\":1}}");
            lastQuoteNs = sendAfter(lastQuoteNs, PUBLIC, timeMs);
        }
    }

    private void trades(long startMs) {
        int count = Math.min(9, poisson(0.45 * market.activity()));
        for (int i = 0; i < count; i++) {
            int gapMs = 1_000 / count;
            long timeMs = startMs + (long) i * gapMs + random.nextInt(gapMs);
            boolean isBuy = random.nextDouble() < market.buyerShare();
            double at = market.price() + (isBuy ? market.halfSpread() : -market.halfSpread());
            int fills = 1 + random.nextInt(3);
            // Binance gathers the fills of 100 ms; the message leaves some 150 ms after the trade.
            long eventMs = timeMs + 150 + random.nextInt(5);
            text.clear().add("{\"stream\":\"").add(stream).add("@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":");
            text.add(eventMs + venueAheadMs)
                    .add(",\"a\":")
                    .add(++aggregateId)
                    .add(",\"s\":\"")
                    .add(symbol);
            String quantity = quantity(200 + 600 * random.nextDouble() * random.nextDouble());
            text.add("\",\"p\":\"").price(Math.max(1, Math.round(at * PRICE_UNITS)));
            text.add("\",\"q\":\"")
                    .add(quantity)
                    .add("\",\"nq\":\"")
                    .add(quantity)
                    .add("\",\"f\":")
                    .add(tradeId + 1);
            tradeId += fills;
            text.add(",\"l\":")
                    .add(tradeId)
                    .add(",\"T\":")
                    .add(timeMs + venueAheadMs)
                    .add(",\"m\":");
            text.add(isBuy ? "false" : "true").add(",\"st\":1}}");
            lastTradeNs = sendAfter(lastTradeNs, MARKET, eventMs);
        }
    }

    /** Of a second's liquidations only the latest is published, at the end of that second. */
    private void liquidation(long startMs) {
        long timeMs = startMs + random.nextInt(1_000);
        long quantity = Math.max(1, Math.round(market.liquidated() * (0.05 + 0.3 * random.nextDouble())));
        long average = Math.max(1, Math.round((market.price() - 2 * market.halfSpread()) * PRICE_UNITS));
        long limit = Math.max(1, Math.round(average * 0.985));
        text.clear().add("{\"stream\":\"").add(stream).add("@forceOrder\",\"data\":{\"e\":\"forceOrder\",\"E\":");
        text.add(timeMs + 1_005 + venueAheadMs).add(",\"o\":{\"s\":\"").add(symbol);
        text.add("\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"f\":\"IOC\",\"q\":\"")
                .add(quantity)
                .add("\",\"p\":\"");
        text.price(limit).add("\",\"ap\":\"").price(average).add("\",\"X\":\"FILLED\",\"l\":\"");
        text.add(Math.max(1, quantity / 3))
                .add("\",\"z\":\"")
                .add(quantity)
                .add("\",\"T\":")
                .add(timeMs + venueAheadMs);
        text.add(",\"ps\":\"").add(symbol).add("\",\"st\":1}}}");
        send(MARKET, timeMs + 1_005);
    }

    private void markPrice(long startMs) {
        long nowMs = startMs + venueAheadMs;
        text.clear().add("{\"stream\":\"").add(stream).add("@markPrice\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":");
        text.add(nowMs)
                .add(",\"s\":\"")
                .add(symbol)
                .add("\",\"p\":\"")
                .computed(market.markPrice())
                .add("\",\"ap\":\"");
        text.computed(market.markPrice())
                .add("\",\"P\":\"")
                .computed(market.indexPrice())
                .add("\",\"i\":\"");
        text.computed(market.indexPrice())
                .add("\",\"r\":\"")
                .computed(market.fundingRate())
                .add("\",\"T\":");
        text.add(nextFundingMs(nowMs)).add(",\"st\":1}}");
        send(MARKET, startMs + 3);
    }

    private void openInterest(long startMs) {
        text.clear()
                .add("{\"openInterest\":\"")
                .add(publishedOpenInterest)
                .add("\",\"symbol\":\"")
                .add(symbol);
        text.add("\",\"time\":").add(publishedOpenInterestMs).add("}");
        send(POLLS, startMs + 80);
    }

    private void premiumIndex(long startMs) {
        long nowMs = startMs + venueAheadMs;
        text.clear()
                .add("{\"symbol\":\"")
                .add(symbol)
                .add("\",\"markPrice\":\"")
                .computed(market.markPrice());
        text.add("\",\"indexPrice\":\"").computed(market.indexPrice()).add("\",\"estimatedSettlePrice\":\"");
        text.computed(market.indexPrice()).add("\",\"lastFundingRate\":\"").computed(market.fundingRate());
        text.add("\",\"interestRate\":\"0.00010000\",\"nextFundingTime\":")
                .add(nextFundingMs(nowMs))
                .add(",\"time\":");
        text.add(nowMs).add("}");
        send(POLLS, startMs + 90);
    }

    private void settledFunding(long startMs) {
        long nowMs = startMs + venueAheadMs;
        long settledMs = nowMs - Math.floorMod(nowMs, FUNDING_INTERVAL_MS);
        text.clear()
                .add("[{\"symbol\":\"")
                .add(symbol)
                .add("\",\"fundingTime\":")
                .add(settledMs);
        text.add(",\"fundingRate\":\"").decimal(Math.round(market.fundingRate() * SETTLED_RATE_UNITS), 8);
        text.add("\",\"markPrice\":\"").computed(market.markPrice()).add("\"}]");
        send(POLLS, startMs + 100);
    }

    private static long nextFundingMs(long nowMs) {
        return nowMs - Math.floorMod(nowMs, FUNDING_INTERVAL_MS) + FUNDING_INTERVAL_MS;
    }

    /** Whole base units for about so many quote units. */
    private String quantity(double quoteUnits) {
        double varied = quoteUnits * (0.7 + 0.6 * random.nextDouble());
        return Long.toString(Math.max(1, Math.round(varied / market.price())));
    }

    private void send(String feed, long sentMs) {
        frames.send(feedPrefix + feed, sentMs * NS_PER_MS + latencyNs(), text.copy());
    }

    /** A connection delivers in the order in which the stream was sent. */
    private long sendAfter(long lastArrivalNs, String feed, long sentMs) {
        long arrivalNs = Math.max(lastArrivalNs, sentMs * NS_PER_MS + latencyNs());
        frames.send(feedPrefix + feed, arrivalNs, text.copy());
        return arrivalNs;
    }

    private long latencyNs() {
        return (20 + random.nextInt(25)) * NS_PER_MS + random.nextInt((int) NS_PER_MS);
    }

    /** Knuth's; means here are below 12. */
    private int poisson(double mean) {
        double limit = StrictMath.exp(-Math.min(12, mean));
        int count = -1;
        double product = 1;
        do {
            product *= random.nextDouble();
            count++;
        } while (product > limit);
        return count;
    }
}
