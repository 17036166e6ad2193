package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.MID_PRICE;
import static pawl.plugin.feature.standard.StateWords.TRADE_PRICE;

import pawl.api.event.EventFlag;
import pawl.api.event.EventView;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * What one venue says of a token, as if it were the only one. The venue is told by the place of its words: {@code base} is the first
 * of {@link StateWords#COUNT}.
 */
final class VenueFeatures {
    static final int OPEN_INTEREST = 1;
    static final int FUNDING = 1 << 1;
    static final int PRICE = 1 << 2;
    static final int COMPRESSION = 1 << 3;
    static final int LIQUIDITY = 1 << 4;
    static final int FLOW = 1 << 5;

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
        PriceSource source = source(quotes.isFresh(tick, state, base), trades.isFresh(tick, state, base));
        returns.sample(price(source, state, base), source, state, base);
        if (source == PriceSource.QUOTE) {
            liquidity.sample(state, base);
        }
    }

    private static PriceSource source(boolean hasQuote, boolean hasTrade) {
        if (hasQuote) {
            return PriceSource.QUOTE;
        }
        return hasTrade ? PriceSource.TRADE : PriceSource.NONE;
    }

    private static double price(PriceSource source, StateBlock state, int base) {
        return switch (source) {
            case QUOTE -> state.getDouble(base + MID_PRICE);
            case TRADE -> state.getDouble(base + TRADE_PRICE);
            case NONE -> 0;
        };
    }

    /**
     * For which features the venue's inputs are warm and fresh, and whether its taker flow is: bits. That of divergence is of the
     * price alone, since the flow may be others'.
     */
    int valid(long tick, StateBlock state, int base) {
        boolean hasQuote = quotes.isFresh(tick, state, base);
        boolean hasTrade = trades.isFresh(tick, state, base);
        double price = price(source(hasQuote, hasTrade), state, base);
        int bits = openInterest.isValid(tick, state, base) ? OPEN_INTEREST : 0;
        bits |= funding.isValid(tick, state, base) ? FUNDING : 0;
        if (price > 0 && returns.hasWarmBaseline(state, base)) {
            bits |= returns.hasWarmShort(state, base) ? PRICE | COMPRESSION : PRICE;
        }
        if (hasQuote && liquidity.isWarm(state, base)) {
            bits |= LIQUIDITY;
        }
        return hasTrade && returns.hasWarmFlow(state, base) ? bits | FLOW : bits;
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
