package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/**
 * {@code allLiquidation}. Its side is that of the position, not of the forced order: {@code Buy} means that a long was liquidated,
 * which is the opposite of what Binance writes. The price is the bankruptcy price; what the fills cost is not said.
 */
final class LiquidationDecoder {
    static final List<String> NAMES = List.of("T", "s", "S", "v", "p");
    private static final int TIME = 0;
    static final int SYMBOL = 1;
    private static final int SIDE = 2;
    static final int QUANTITY = 3;
    private static final int PRICE = 4;
    private static final long NOT_SAID = 0;

    private final Envelope envelope;
    private final Instruments instruments;
    private final JsonFields row;
    private final FieldNumbers numbers = new FieldNumbers();

    LiquidationDecoder(Envelope envelope, Instruments instruments) {
        this.envelope = envelope;
        this.instruments = instruments;
        row = new JsonFields(envelope.json(), Channel.LIQUIDATIONS.wireName(), NAMES);
    }

    void decode(int instrument, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        ContractSize size = instruments.size(instrument);
        row.openArray(envelope.fields(), Envelope.DATA);
        while (row.nextObject()) {
            envelope.requireSymbol(row, SYMBOL);
            long quantity = numbers.above0(row, QUANTITY, token.quantityExponent(), size);
            sink.liquidation(
                    instrument,
                    numbers.whole(row, TIME),
                    NOT_SAID,
                    quantity,
                    numbers.above0(row, PRICE, token.markExponent()),
                    quantity,
                    Side.flag(row, SIDE, "Buy", EventFlag.LONG_LIQUIDATED));
        }
    }
}
