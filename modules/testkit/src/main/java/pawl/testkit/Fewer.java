package pawl.testkit;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

/** Whether events are what is left of others when a field of their frame is gone. */
final class Fewer {
    private Fewer() {}

    /** Whether the events are some of the whole ones, in their order, each the same but for what a message may leave out. */
    static boolean is(List<CanonicalEvent> events, List<CanonicalEvent> whole) {
        int next = 0;
        for (CanonicalEvent event : events) {
            if (event.kind() != null) {
                while (next < whole.size() && !isLeftOf(event, whole.get(next))) {
                    next++;
                }
                if (next++ >= whole.size()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLeftOf(CanonicalEvent event, CanonicalEvent whole) {
        return switch (event) {
            case MarkPrice left -> whole instanceof MarkPrice mark && isLeftOf(left, mark);
            case Liquidation left -> whole instanceof Liquidation forced && isLeftOf(left, forced);
            case Funding left -> whole instanceof Funding funding && isLeftOf(left, funding);
            case BookTicker left -> whole instanceof BookTicker ticker && isLeftOf(left, ticker);
            case Trade _, OpenInterest _, Ignored _, Unconfigured _ -> event.equals(whole);
        };
    }

    private static boolean isLeftOf(MarkPrice left, MarkPrice whole) {
        boolean hasIndex = EventFlag.has(left.flags(), EventFlag.WITH_INDEX);
        boolean hasFunding = EventFlag.has(left.flags(), EventFlag.WITH_FUNDING);
        // What was rounded may be what is gone.
        int mayGo = EventFlag.WITH_INDEX | EventFlag.WITH_FUNDING | EventFlag.ROUNDED;
        return left.equals(new MarkPrice(
                whole.instrument(),
                whole.exchangeTimeMs(),
                whole.markPriceMantissa(),
                hasIndex ? whole.indexPriceMantissa() : 0,
                hasFunding ? whole.fundingRateMantissa() : 0,
                hasFunding ? whole.nextFundingTimeMs() : 0,
                whole.flags() & (left.flags() | ~mayGo)));
    }

    private static boolean isLeftOf(Liquidation left, Liquidation whole) {
        return left.equals(new Liquidation(
                whole.instrument(),
                whole.exchangeTimeMs(),
                left.averagePriceMantissa() == 0 ? 0 : whole.averagePriceMantissa(),
                whole.filledQuantityMantissa(),
                whole.orderPriceMantissa(),
                whole.orderQuantityMantissa(),
                whole.flags()));
    }

    private static boolean isLeftOf(Funding left, Funding whole) {
        // The interval falls back on the token's, the time is 0 where the message does not say.
        return left.equals(new Funding(
                whole.instrument(),
                whole.exchangeTimeMs(),
                whole.fundingRateMantissa(),
                left.fundingTimeMs() == 0 ? 0 : whole.fundingTimeMs(),
                left.intervalMinutes(),
                whole.flags()));
    }

    /** A side without an order has neither price nor quantity. */
    private static boolean isLeftOf(BookTicker left, BookTicker whole) {
        boolean hasBid = left.bidPriceMantissa() != 0 || left.bidQuantityMantissa() != 0;
        boolean hasAsk = left.askPriceMantissa() != 0 || left.askQuantityMantissa() != 0;
        return left.equals(new BookTicker(
                whole.instrument(),
                whole.exchangeTimeMs(),
                whole.updateId(),
                hasBid ? whole.bidPriceMantissa() : 0,
                hasBid ? whole.bidQuantityMantissa() : 0,
                hasAsk ? whole.askPriceMantissa() : 0,
                hasAsk ? whole.askQuantityMantissa() : 0,
                whole.flags()));
    }
}
