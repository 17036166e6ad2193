package pawl.plugin.exchange.binance;

import java.util.List;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.NameTable;

/** The configured instruments, found by the symbol that a message names. Immutable. */
final class Instruments {
    static final int UNCONFIGURED = NameTable.ABSENT;

    private final NameTable symbols;
    private final Token[] tokens;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    Instruments(List<Instrument> instruments) {
        tokens = new Token[instruments.size()];
        for (int position = 0; position < tokens.length; position++) {
            Instrument instrument = instruments.get(position);
            if (instrument.index() != position) {
                throw new IllegalArgumentException(
                        instrument.symbol() + " has the index " + instrument.index() + " and stands at " + position);
            }
            tokens[position] = instrument.token();
        }
        symbols = new NameTable(instruments.stream().map(Instrument::symbol).toList());
    }

    /** The index of the instrument that field {@code s} names; {@link #UNCONFIGURED}, and said to the sink, when there is none. */
    int of(MessageFields fields, EventSink sink) throws FrameRefusedException {
        int from = fields.from('s');
        int length = fields.length('s');
        int instrument = symbols.find(fields.bytes(), from, length);
        if (instrument == UNCONFIGURED) {
            requireSymbol(fields);
            sink.unconfigured(fields.bytes(), from, length);
        }
        return instrument;
    }

    /** The index of the instrument of that symbol in UTF-8, or {@link #UNCONFIGURED}. */
    int of(byte[] symbol) {
        return symbols.find(symbol, 0, symbol.length);
    }

    /** Refuses a field {@code s} that cannot be a symbol. */
    static void requireSymbol(MessageFields fields) throws FrameRefusedException {
        if (!fields.isText('s') || fields.length('s') == 0 || fields.isEscaped('s')) {
            throw fields.badValue('s', "a symbol, written without escapes,");
        }
    }

    Token token(int instrument) {
        return tokens[instrument];
    }
}
