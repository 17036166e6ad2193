package exchange.acme;

import static exchange.acme.AcmeMessage.ASK;
import static exchange.acme.AcmeMessage.ASK_QUANTITY;
import static exchange.acme.AcmeMessage.BID;
import static exchange.acme.AcmeMessage.BID_QUANTITY;
import static exchange.acme.AcmeMessage.CHANNEL;
import static exchange.acme.AcmeMessage.ERROR;
import static exchange.acme.AcmeMessage.ID;
import static exchange.acme.AcmeMessage.OK;
import static exchange.acme.AcmeMessage.PONG;
import static exchange.acme.AcmeMessage.PRICE;
import static exchange.acme.AcmeMessage.QUANTITY;
import static exchange.acme.AcmeMessage.SIDE;
import static exchange.acme.AcmeMessage.SYMBOL;
import static exchange.acme.AcmeMessage.TIME;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;
import pawl.json.NameTable;

/** What Acme's frames mean. */
final class AcmeAdapter implements ExchangeAdapter {
    private final List<Instrument> instruments;
    private final NameTable symbols;
    private final AcmeMessage message = new AcmeMessage();
    private final FieldNumbers numbers = new FieldNumbers();

    AcmeAdapter(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
        symbols = new NameTable(instruments.stream().map(Instrument::symbol).toList());
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        JsonFields fields = message.read(bytes, offset, length);
        if (fields.has(OK) || fields.has(ERROR) || fields.has(PONG)) {
            sink.ignored("answer"); // to what AcmeProtocol sends
        } else if (fields.is(CHANNEL, "trade")) {
            trade(fields, sink);
        } else if (fields.is(CHANNEL, "quote")) {
            quote(fields, sink);
        } else {
            sink.ignored("channel"); // one that this plugin does not know
        }
    }

    private void trade(JsonFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instrument(fields, sink);
        if (instrument == NameTable.ABSENT) {
            return;
        }
        Token token = instruments.get(instrument).token();
        long id = numbers.whole(fields, ID);
        sink.trade(
                instrument,
                numbers.whole(fields, TIME),
                id,
                id,
                0,
                numbers.above0(fields, PRICE, token.priceExponent()),
                numbers.above0(fields, QUANTITY, token.quantityExponent()),
                takerFlag(fields));
    }

    /** A side without an order has the price and quantity 0, as the sink wants it. */
    private void quote(JsonFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instrument(fields, sink);
        if (instrument == NameTable.ABSENT) {
            return;
        }
        Token token = instruments.get(instrument).token();
        sink.bookTicker(
                instrument,
                numbers.whole(fields, TIME),
                numbers.whole(fields, ID),
                numbers.atLeast0(fields, BID, token.priceExponent()),
                numbers.atLeast0(fields, BID_QUANTITY, token.quantityExponent()),
                numbers.atLeast0(fields, ASK, token.priceExponent()),
                numbers.atLeast0(fields, ASK_QUANTITY, token.quantityExponent()),
                0);
    }

    /** Its index; for a symbol that nobody configured the sink is told, and it is {@link NameTable#ABSENT}. */
    private int instrument(JsonFields fields, EventSink sink) throws FrameRefusedException {
        byte[] bytes = fields.json().bytes();
        int from = fields.from(SYMBOL);
        if (!fields.isText(SYMBOL)) {
            throw fields.badValue(SYMBOL, "a text");
        }
        int instrument = symbols.find(bytes, from, fields.length(SYMBOL));
        if (instrument == NameTable.ABSENT) {
            sink.unconfigured(bytes, from, fields.length(SYMBOL));
        }
        return instrument;
    }

    /** {@code side} is the taker's. */
    private static int takerFlag(JsonFields fields) throws FrameRefusedException {
        if (fields.is(SIDE, "sell")) {
            return EventFlag.TAKER_SOLD;
        }
        if (fields.is(SIDE, "buy")) {
            return 0;
        }
        throw fields.badValue(SIDE, "buy or sell");
    }
}
