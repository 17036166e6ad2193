package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.COMPRESSION_SCORE;
import static pawl.plugin.feature.standard.StateWords.FUNDING_SCORE;
import static pawl.plugin.feature.standard.StateWords.LIQUIDITY_SCORE;
import static pawl.plugin.feature.standard.StateWords.MID_PRICE;
import static pawl.plugin.feature.standard.StateWords.OPEN_INTEREST_SCORE;
import static pawl.plugin.feature.standard.StateWords.TRADE_PRICE;

import pawl.api.event.EventFlag;
import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * What one venue says of a token, as if it were the only one. The venue is told by the place of its words: {@code base} is the first
 * of {@link StateWords#COUNT}.
 */
final class VenueFeatures {
    private final OpenInterestVelocity openInterest;
    private final FundingSkew funding;
    private final Quotes quotes;
    private final Trades trades;
    private final Returns returns;
    private final LiquidityStress liquidity;

    VenueFeatures(StandardSettings settings) {
        openInterest = new OpenInterestVelocity(settings);
        funding = new FundingSkew(settings);
        quotes = new Quotes(settings);
        trades = new Trades(settings);
        returns = new Returns(settings);
        liquidity = new LiquidityStress(settings);
    }

    void read(Token token, long tick, EventView events, int event, StateBlock state, int base) {
        switch (events.kind(event)) {
            case TRADE -> trades.read(token, tick, events, event, state, base);
            case BOOK_TICKER -> quotes.read(token, tick, events, event, state, base);
            case MARK_PRICE -> {
                if (events.has(event, EventFlag.WITH_FUNDING)) {
                    funding.read(token, tick, events, event, state, base);
                }
            }
            case FUNDING -> funding.read(token, tick, events, event, state, base);
            case OPEN_INTEREST -> openInterest.read(token, tick, events, event, state, base);
            case GAP -> Trades.restartFlow(state, base);
            case LIQUIDATION, FEED_STATE, CLOCK_STEP, FEED_COUNT, BACK_PRESSURE, ADAPTER_CHANGE -> {
                // Venues publish a sample of forced orders, so no feature needs them; the others say nothing of the
                // market.
            }
        }
    }

    /** On the ticks of the grid. */
    void sample(long tick, StateBlock state, int base) {
        PriceSource source = source(tick, state, base);
        returns.sample(price(source, state, base), source, state, base);
        if (source == PriceSource.QUOTE) {
            liquidity.sample(state, base);
        }
    }

    private PriceSource source(long tick, StateBlock state, int base) {
        if (quotes.isFresh(tick, state, base)) {
            return PriceSource.QUOTE;
        }
        return trades.isFresh(tick, state, base) ? PriceSource.TRADE : PriceSource.NONE;
    }

    private static double price(PriceSource source, StateBlock state, int base) {
        return switch (source) {
            case QUOTE -> state.getDouble(base + MID_PRICE);
            case TRADE -> state.getDouble(base + TRADE_PRICE);
            case NONE -> 0;
        };
    }

    private boolean hasPrice(long tick, StateBlock state, int base) {
        return price(source(tick, state, base), state, base) > 0;
    }

    /** Whether the venue's inputs for a feature are warm and fresh; for divergence those of the price, whose flow may be others'. */
    boolean isValid(Feature feature, long tick, StateBlock state, int base) {
        return switch (feature) {
            case OPEN_INTEREST_VELOCITY -> openInterest.isValid(tick, state, base);
            case FUNDING_SKEW -> funding.isValid(tick, state, base);
            case DIVERGENCE -> hasPrice(tick, state, base) && returns.hasWarmBaseline(state, base);
            case COMPRESSION -> hasPrice(tick, state, base) && returns.hasWarmCompression(state, base);
            case LIQUIDITY_STRESS -> quotes.isFresh(tick, state, base) && liquidity.isWarm(state, base);
        };
    }

    /** The word of the score last computed, of any feature but divergence. */
    static int scoreWord(Feature feature) {
        return switch (feature) {
            case OPEN_INTEREST_VELOCITY -> OPEN_INTEREST_SCORE;
            case FUNDING_SKEW -> FUNDING_SCORE;
            case COMPRESSION -> COMPRESSION_SCORE;
            case LIQUIDITY_STRESS -> LIQUIDITY_SCORE;
            case DIVERGENCE -> throw new IllegalArgumentException("divergence is no single venue's");
        };
    }

    /** Whether the venue's taker flow is warm and fresh. */
    boolean hasFlow(long tick, StateBlock state, int base) {
        return trades.isFresh(tick, state, base) && returns.hasWarmFlow(state, base);
    }

    Returns returns() {
        return returns;
    }

    static void restart(StateBlock state, int base) {
        OpenInterestVelocity.restart(state, base);
        FundingSkew.restart(state, base);
        Quotes.restart(state, base);
        Trades.restart(state, base);
        Returns.restart(state, base);
    }
}
