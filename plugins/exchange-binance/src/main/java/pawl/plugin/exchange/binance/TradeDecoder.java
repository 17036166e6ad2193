package pawl.plugin.exchange.binance;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;

/** {@code trade} and {@code aggTrade}. */
final class TradeDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    TradeDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void trade(MessageFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(fields, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        Token token = instruments.token(instrument);
        boolean offBook = isOffBook(fields);
        long tradeId = numbers.whole(fields, 't');
        sink.trade(
                instrument,
                numbers.whole(fields, 'T'),
                tradeId,
                tradeId,
                0,
                traded(fields, 'p', token.priceExponent(), offBook),
                traded(fields, 'q', token.quantityExponent(), offBook),
                takerFlag(fields) | (offBook ? EventFlag.OFF_BOOK : 0));
    }

    /** The venue sends off-book messages with price and quantity 0, too: they use up a trade id, so they are trades like the others. */
    private long traded(MessageFields fields, int field, int exponent, boolean offBook) throws FrameRefusedException {
        return offBook ? numbers.atLeast0(fields, field, exponent) : numbers.above0(fields, field, exponent);
    }

    /** The quantity is {@code q}, which is what traded; {@code nq} of 2026 leaves out fills against retail price improvement orders. */
    void aggregateTrade(MessageFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(fields, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        Token token = instruments.token(instrument);
        long firstTradeId = numbers.whole(fields, 'f');
        long lastTradeId = numbers.whole(fields, 'l');
        if (lastTradeId < firstTradeId) {
            throw fields.badValue('l', "a trade id not below field \"f\"");
        }
        sink.trade(
                instrument,
                numbers.whole(fields, 'T'),
                firstTradeId,
                lastTradeId,
                numbers.whole(fields, 'a'),
                numbers.above0(fields, 'p', token.priceExponent()),
                numbers.above0(fields, 'q', token.quantityExponent()),
                takerFlag(fields) | EventFlag.AGGREGATE);
    }

    /**
     * Any {@code X} but MARKET is off the book: known are INSURANCE_FUND, ADL and NA, and what a new one would mean is not known to
     * be a match in the book. Absent, as in the venue's own examples, it is MARKET.
     */
    private static boolean isOffBook(MessageFields fields) throws FrameRefusedException {
        if (!fields.has('X') || fields.is('X', "MARKET")) {
            return false;
        }
        if (!fields.isText('X') || fields.isEscaped('X')) {
            throw fields.badValue('X', "MARKET, INSURANCE_FUND, ADL or NA");
        }
        return true;
    }

    /** {@code m}: the buyer was the maker, so the taker sold. */
    private static int takerFlag(MessageFields fields) throws FrameRefusedException {
        boolean buyerIsMaker = fields.is('m', "true");
        if (fields.isText('m') || !(buyerIsMaker || fields.is('m', "false"))) {
            throw fields.badValue('m', "true or false");
        }
        return buyerIsMaker ? EventFlag.TAKER_SOLD : 0;
    }
}
