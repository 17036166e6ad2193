package pawl.plugin.feature.standard;

import static pawl.plugin.feature.standard.StateWords.MID_PRICE;
import static pawl.plugin.feature.standard.StateWords.REFERENCE_VENUES;
import static pawl.plugin.feature.standard.StateWords.TRADE_PRICE;

import pawl.api.event.EventFlag;
import pawl.api.event.EventView;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * Reads a tick's events into the block, samples price, flow and book on the ticks of the grid, and fills the frame with the scores
 * last computed whose inputs are warm and fresh. All fields, here and below, are settings; nothing else is remembered outside the
 * block.
 */
final class StandardFeatureExtractor implements FeatureExtractor {
    private final int sampleTicks;
    private final OpenInterestVelocity openInterest;
    private final FundingSkew funding;
    private final Quotes quotes;
    private final Trades trades;
    private final Returns returns;
    private final LiquidityStress liquidity;

    StandardFeatureExtractor(StandardSettings settings) {
        sampleTicks = settings.sampleTicks();
        openInterest = new OpenInterestVelocity(settings);
        funding = new FundingSkew(settings);
        quotes = new Quotes(settings);
        trades = new Trades(settings);
        returns = new Returns(settings);
        liquidity = new LiquidityStress(settings);
    }

    @Override
    public int stateWords() {
        return StateWords.COUNT;
    }

    @Override
    public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
        for (int event = 0; event < events.size(); event++) {
            read(token, tick, events, event, state);
        }
        boolean hasQuote = quotes.isFresh(tick, state);
        boolean hasTrade = trades.isFresh(tick, state);
        PriceSource source = hasQuote ? PriceSource.QUOTE : hasTrade ? PriceSource.TRADE : PriceSource.NONE;
        double price = switch (source) {
            case QUOTE -> state.getDouble(MID_PRICE);
            case TRADE -> state.getDouble(TRADE_PRICE);
            case NONE -> 0;
        };
        if (tick % sampleTicks == 0) {
            returns.sample(price, source, state);
            if (hasQuote) {
                liquidity.sample(state);
            }
        }
        openInterest.score(tick, state, frame);
        funding.score(tick, state, frame);
        if (price > 0) {
            returns.scoreCompression(state, frame);
            if (hasTrade) {
                returns.scoreDivergence(state, frame);
            }
        }
        if (hasQuote) {
            liquidity.score(state, frame);
        }
    }

    private void read(Token token, long tick, EventView events, int event, StateBlock state) {
        switch (events.kind(event)) {
            case TRADE -> trades.read(token, tick, events, event, state);
            case BOOK_TICKER -> quotes.read(token, tick, events, event, state);
            case MARK_PRICE -> {
                if (events.has(event, EventFlag.WITH_FUNDING)) {
                    funding.read(token, tick, events, event, state);
                }
            }
            case FUNDING -> funding.read(token, tick, events, event, state);
            case OPEN_INTEREST -> openInterest.read(token, tick, events, event, state);
            case GAP -> Trades.restartFlow(state);
            case LIQUIDATION, FEED_STATE, CLOCK_STEP, FEED_COUNT, BACK_PRESSURE, ADAPTER_CHANGE -> {
                // Venues publish a sample of forced orders, so no feature needs them; the others say nothing of the
                // market.
            }
        }
    }

    @Override
    public void restart(Token token, long tick, StateBlock state) {
        state.setLong(REFERENCE_VENUES, 0);
        OpenInterestVelocity.restart(state);
        FundingSkew.restart(state);
        Quotes.restart(state);
        Trades.restart(state);
        Returns.restart(state);
    }
}
