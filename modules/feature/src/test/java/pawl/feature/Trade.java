package pawl.feature;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;

/** A trade as a value. */
record Trade(
        long exchangeTimeMs,
        long firstTradeId,
        long lastTradeId,
        long priceMantissa,
        long quantityMantissa,
        boolean takerSold,
        boolean offBook) {

    /** One fill on the book, bought by its taker. */
    static Trade fill(long exchangeTimeMs, long priceMantissa, long quantityMantissa) {
        return new Trade(exchangeTimeMs, 1, 1, priceMantissa, quantityMantissa, false, false);
    }

    Trade sold() {
        return new Trade(exchangeTimeMs, firstTradeId, lastTradeId, priceMantissa, quantityMantissa, true, offBook);
    }

    Trade madeOffBook() {
        return new Trade(exchangeTimeMs, firstTradeId, lastTradeId, priceMantissa, quantityMantissa, takerSold, true);
    }

    Trade ofFills(long first, long last) {
        return new Trade(exchangeTimeMs, first, last, priceMantissa, quantityMantissa, takerSold, offBook);
    }

    void addTo(EventBatch events) {
        int flags = (takerSold ? EventFlag.TAKER_SOLD : 0)
                | (offBook ? EventFlag.OFF_BOOK : 0)
                | (firstTradeId < lastTradeId ? EventFlag.AGGREGATE : 0);
        events.add(
                EventKind.TRADE,
                0,
                flags,
                exchangeTimeMs,
                lastTradeId,
                priceMantissa,
                quantityMantissa,
                firstTradeId,
                0);
    }
}
