package pawl.testkit;

import org.jspecify.annotations.Nullable;
import pawl.api.event.EventKind;

/** A call of {@link pawl.api.event.EventSink} as a value, with its parameters in its order; their units are stated there. */
public sealed interface CanonicalEvent {
    /** The kind of event; null where the call makes none. */
    default @Nullable EventKind kind() {
        return switch (this) {
            case Trade _ -> EventKind.TRADE;
            case BookTicker _ -> EventKind.BOOK_TICKER;
            case MarkPrice _ -> EventKind.MARK_PRICE;
            case Liquidation _ -> EventKind.LIQUIDATION;
            case OpenInterest _ -> EventKind.OPEN_INTEREST;
            case Funding _ -> EventKind.FUNDING;
            case Ignored _, Unconfigured _ -> null;
        };
    }

    record Trade(
            int instrument,
            long exchangeTimeMs,
            long firstTradeId,
            long lastTradeId,
            long aggregateId,
            long priceMantissa,
            long quantityMantissa,
            int flags)
            implements CanonicalEvent {}

    record BookTicker(
            int instrument,
            long exchangeTimeMs,
            long updateId,
            long bidPriceMantissa,
            long bidQuantityMantissa,
            long askPriceMantissa,
            long askQuantityMantissa,
            int flags)
            implements CanonicalEvent {}

    record MarkPrice(
            int instrument,
            long exchangeTimeMs,
            long markPriceMantissa,
            long indexPriceMantissa,
            long fundingRateMantissa,
            long nextFundingTimeMs,
            int flags)
            implements CanonicalEvent {}

    record Liquidation(
            int instrument,
            long exchangeTimeMs,
            long averagePriceMantissa,
            long filledQuantityMantissa,
            long orderPriceMantissa,
            long orderQuantityMantissa,
            int flags)
            implements CanonicalEvent {}

    record OpenInterest(int instrument, long exchangeTimeMs, long openInterestMantissa, int flags)
            implements CanonicalEvent {}

    record Funding(
            int instrument,
            long exchangeTimeMs,
            long fundingRateMantissa,
            long fundingTimeMs,
            int intervalMinutes,
            int flags)
            implements CanonicalEvent {}

    record Ignored(String reason) implements CanonicalEvent {}

    record Unconfigured(String symbol) implements CanonicalEvent {}
}
