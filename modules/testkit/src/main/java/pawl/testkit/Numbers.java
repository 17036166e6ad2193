package pawl.testkit;

import java.util.ArrayList;
import java.util.List;
import pawl.testkit.CanonicalEvent.BookTicker;
import pawl.testkit.CanonicalEvent.Funding;
import pawl.testkit.CanonicalEvent.Ignored;
import pawl.testkit.CanonicalEvent.Liquidation;
import pawl.testkit.CanonicalEvent.MarkPrice;
import pawl.testkit.CanonicalEvent.OpenInterest;
import pawl.testkit.CanonicalEvent.Trade;
import pawl.testkit.CanonicalEvent.Unconfigured;

/** The numbers of an event, in order, so that two events can be compared number by number; flags and instrument stand apart. */
final class Numbers {
    private Numbers() {}

    /** All numbers of all events; the instrument and the flags left out. */
    static List<Long> of(List<CanonicalEvent> events) {
        List<Long> all = new ArrayList<>();
        for (CanonicalEvent event : events) {
            for (long number : of(event)) {
                all.add(number);
            }
        }
        return all;
    }

    private static long[] of(CanonicalEvent event) {
        return switch (event) {
            case Trade e ->
                new long[] {
                    e.exchangeTimeMs(),
                    e.firstTradeId(),
                    e.lastTradeId(),
                    e.aggregateId(),
                    e.priceMantissa(),
                    e.quantityMantissa()
                };
            case BookTicker e ->
                new long[] {
                    e.exchangeTimeMs(),
                    e.updateId(),
                    e.bidPriceMantissa(),
                    e.bidQuantityMantissa(),
                    e.askPriceMantissa(),
                    e.askQuantityMantissa()
                };
            case MarkPrice e ->
                new long[] {
                    e.exchangeTimeMs(),
                    e.markPriceMantissa(),
                    e.indexPriceMantissa(),
                    e.fundingRateMantissa(),
                    e.nextFundingTimeMs()
                };
            case Liquidation e ->
                new long[] {
                    e.exchangeTimeMs(),
                    e.averagePriceMantissa(),
                    e.filledQuantityMantissa(),
                    e.orderPriceMantissa(),
                    e.orderQuantityMantissa()
                };
            case OpenInterest e -> new long[] {e.exchangeTimeMs(), e.openInterestMantissa()};
            case Funding e ->
                new long[] {e.exchangeTimeMs(), e.fundingRateMantissa(), e.fundingTimeMs(), e.intervalMinutes()};
            case Ignored _, Unconfigured _ -> new long[0];
        };
    }

    /** The event with other flags and of another instrument; calls that make no event stay as they are. */
    static CanonicalEvent with(CanonicalEvent event, int instrument, int flags) {
        return switch (event) {
            case Trade e ->
                new Trade(
                        instrument,
                        e.exchangeTimeMs(),
                        e.firstTradeId(),
                        e.lastTradeId(),
                        e.aggregateId(),
                        e.priceMantissa(),
                        e.quantityMantissa(),
                        flags);
            case BookTicker e ->
                new BookTicker(
                        instrument,
                        e.exchangeTimeMs(),
                        e.updateId(),
                        e.bidPriceMantissa(),
                        e.bidQuantityMantissa(),
                        e.askPriceMantissa(),
                        e.askQuantityMantissa(),
                        flags);
            case MarkPrice e ->
                new MarkPrice(
                        instrument,
                        e.exchangeTimeMs(),
                        e.markPriceMantissa(),
                        e.indexPriceMantissa(),
                        e.fundingRateMantissa(),
                        e.nextFundingTimeMs(),
                        flags);
            case Liquidation e ->
                new Liquidation(
                        instrument,
                        e.exchangeTimeMs(),
                        e.averagePriceMantissa(),
                        e.filledQuantityMantissa(),
                        e.orderPriceMantissa(),
                        e.orderQuantityMantissa(),
                        flags);
            case OpenInterest e -> new OpenInterest(instrument, e.exchangeTimeMs(), e.openInterestMantissa(), flags);
            case Funding e ->
                new Funding(
                        instrument,
                        e.exchangeTimeMs(),
                        e.fundingRateMantissa(),
                        e.fundingTimeMs(),
                        e.intervalMinutes(),
                        flags);
            case Ignored _, Unconfigured _ -> event;
        };
    }

    /** The instrument; −1 where the call names none. */
    static int instrument(CanonicalEvent event) {
        return switch (event) {
            case Trade e -> e.instrument();
            case BookTicker e -> e.instrument();
            case MarkPrice e -> e.instrument();
            case Liquidation e -> e.instrument();
            case OpenInterest e -> e.instrument();
            case Funding e -> e.instrument();
            case Ignored _, Unconfigured _ -> -1;
        };
    }

    /** The flags; 0 where the call has none. */
    static int flags(CanonicalEvent event) {
        return switch (event) {
            case Trade e -> e.flags();
            case BookTicker e -> e.flags();
            case MarkPrice e -> e.flags();
            case Liquidation e -> e.flags();
            case OpenInterest e -> e.flags();
            case Funding e -> e.flags();
            case Ignored _, Unconfigured _ -> 0;
        };
    }
}
