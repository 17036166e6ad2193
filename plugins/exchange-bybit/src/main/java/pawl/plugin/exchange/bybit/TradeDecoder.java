package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/** {@code publicTrade}: fills, each with the taker's side. */
final class TradeDecoder {
    static final List<String> NAMES = List.of("T", "s", "S", "v", "p", "i", "BT");
    private static final int TIME = 0;
    static final int SYMBOL = 1;
    private static final int SIDE = 2;
    static final int QUANTITY = 3;
    static final int PRICE = 4;
    private static final int ID = 5;
    private static final int BLOCK = 6;

    private final Envelope envelope;
    private final Instruments instruments;
    private final JsonFields row;
    private final FieldNumbers numbers = new FieldNumbers();

    TradeDecoder(Envelope envelope, Instruments instruments) {
        this.envelope = envelope;
        this.instruments = instruments;
        row = new JsonFields(envelope.json(), Channel.TRADES.wireName(), NAMES);
    }

    void decode(int instrument, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        ContractSize size = instruments.size(instrument);
        row.openArray(envelope.fields(), Envelope.DATA);
        while (row.nextObject()) {
            envelope.requireSymbol(row, SYMBOL);
            long id = TradeId.of(row, ID);
            sink.trade(
                    instrument,
                    numbers.whole(row, TIME),
                    id,
                    id,
                    0,
                    numbers.above0(row, PRICE, token.priceExponent()),
                    numbers.above0(row, QUANTITY, token.quantityExponent(), size),
                    EventFlag.UNORDERED_ID | Side.flag(row, SIDE, "Sell", EventFlag.TAKER_SOLD) | blockFlag());
        }
    }

    /** A block trade was agreed between two parties and never stood in the book. */
    private int blockFlag() throws FrameRefusedException {
        if (!row.has(BLOCK) || row.is(BLOCK, "false")) {
            return 0;
        }
        if (!row.is(BLOCK, "true")) {
            throw row.badValue(BLOCK, "true or false");
        }
        return EventFlag.OFF_BOOK;
    }
}
