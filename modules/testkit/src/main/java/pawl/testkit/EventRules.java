package pawl.testkit;

import java.util.Optional;
import pawl.api.event.EventFlag;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

/** What {@link pawl.api.event.EventSink} says of each number, to be asked of what an adapter put there, whatever the frame was. */
final class EventRules {
    private static final int TRADE_FLAGS = EventFlag.TAKER_SOLD
            | EventFlag.OFF_BOOK
            | EventFlag.AGGREGATE
            | EventFlag.BACKFILLED
            | EventFlag.UNORDERED_ID;
    private static final int MARK_FLAGS = EventFlag.ROUNDED | EventFlag.WITH_FUNDING | EventFlag.WITH_INDEX;
    private static final int LIQUIDATION_FLAGS = EventFlag.ROUNDED | EventFlag.LONG_LIQUIDATED | EventFlag.SAMPLED;
    private static final int MOST_REASON_CHARACTERS = 100;

    private EventRules() {}

    /** Which rule a call broke; empty where none. */
    static Optional<String> broken(CanonicalEvent event, int instrumentCount) {
        boolean isOfInstrument = event.kind() != null;
        int instrument = Numbers.instrument(event);
        if (isOfInstrument && (instrument < 0 || instrument >= instrumentCount)) {
            return Optional.of("instrument " + instrument + " of " + instrumentCount);
        }
        String rule = switch (event) {
            case Trade trade -> trade(trade);
            case BookTicker ticker -> bookTicker(ticker);
            case MarkPrice mark -> markPrice(mark);
            case Liquidation liquidation -> liquidation(liquidation);
            case OpenInterest e -> openInterest(e);
            case Funding e -> funding(e);
            case Ignored e ->
                e.reason().isEmpty() || e.reason().length() > MOST_REASON_CHARACTERS
                        ? "a reason has 1 to " + MOST_REASON_CHARACTERS + " characters"
                        : "";
            case Unconfigured _ -> "";
        };
        return rule.isEmpty() ? Optional.empty() : Optional.of(rule);
    }

    private static String trade(Trade trade) {
        boolean isOffBook = EventFlag.has(trade.flags(), EventFlag.OFF_BOOK);
        boolean isUnordered = EventFlag.has(trade.flags(), EventFlag.UNORDERED_ID);
        long least = isOffBook ? 0 : 1;
        if (trade.priceMantissa() < least || trade.quantityMantissa() < least) {
            return "price and quantity are above 0; 0 only off the book";
        }
        if (trade.firstTradeId() > trade.lastTradeId() || (!isUnordered && trade.firstTradeId() < 0)) {
            return "ids are at least 0, and the first is not above the last";
        }
        if (!EventFlag.has(trade.flags(), EventFlag.AGGREGATE) && trade.aggregateId() != 0) {
            return "an aggregate id belongs to an AGGREGATE";
        }
        return common(trade.exchangeTimeMs(), trade.flags(), TRADE_FLAGS);
    }

    private static String bookTicker(BookTicker ticker) {
        if (ticker.bidPriceMantissa() < 0
                || ticker.bidQuantityMantissa() < 0
                || ticker.askPriceMantissa() < 0
                || ticker.askQuantityMantissa() < 0) {
            return "prices and quantities are at least 0";
        }
        return common(ticker.exchangeTimeMs(), ticker.flags(), 0);
    }

    private static String markPrice(MarkPrice mark) {
        boolean hasIndex = EventFlag.has(mark.flags(), EventFlag.WITH_INDEX);
        boolean hasFunding = EventFlag.has(mark.flags(), EventFlag.WITH_FUNDING);
        if (mark.markPriceMantissa() < 0 || mark.indexPriceMantissa() < 0) {
            return "prices are at least 0";
        }
        if (!hasIndex && mark.indexPriceMantissa() != 0) {
            return "an index price needs WITH_INDEX";
        }
        if (!hasFunding && (mark.fundingRateMantissa() != 0 || mark.nextFundingTimeMs() != 0)) {
            return "a funding rate and time need WITH_FUNDING";
        }
        return common(mark.exchangeTimeMs(), mark.flags(), MARK_FLAGS);
    }

    private static String liquidation(Liquidation liquidation) {
        if (liquidation.averagePriceMantissa() < 0
                || liquidation.filledQuantityMantissa() < 0
                || liquidation.orderPriceMantissa() < 0
                || liquidation.orderQuantityMantissa() < 0) {
            return "prices and quantities are at least 0";
        }
        return common(liquidation.exchangeTimeMs(), liquidation.flags(), LIQUIDATION_FLAGS);
    }

    private static String openInterest(OpenInterest interest) {
        return interest.openInterestMantissa() < 0
                ? "open interest is at least 0"
                : common(interest.exchangeTimeMs(), interest.flags(), EventFlag.ROUNDED);
    }

    private static String funding(Funding funding) {
        return funding.intervalMinutes() <= 0 || funding.fundingTimeMs() < 0
                ? "the interval is above 0, the funding time at least 0"
                : common(funding.exchangeTimeMs(), funding.flags(), EventFlag.ROUNDED | EventFlag.SETTLED);
    }

    private static String common(long exchangeTimeMs, int flags, int allowed) {
        if (exchangeTimeMs < 0) {
            return "the exchange's time is at least 0";
        }
        return (flags & ~allowed) == 0
                ? ""
                : "flags " + Integer.toBinaryString(flags & ~allowed) + " are not of the kind";
    }
}
