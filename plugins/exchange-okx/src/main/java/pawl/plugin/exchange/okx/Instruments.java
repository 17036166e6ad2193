package pawl.plugin.exchange.okx;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.FieldValues;
import pawl.json.NameTable;

/** The configured instruments, found by the symbol that a row names. Immutable. */
final class Instruments {
    static final int UNCONFIGURED = NameTable.ABSENT;

    private final NameTable symbols;
    private final Instrument[] instruments;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    Instruments(List<Instrument> listed) {
        instruments = listed.toArray(Instrument[]::new);
        for (int position = 0; position < instruments.length; position++) {
            Instrument instrument = instruments[position];
            if (instrument.index() != position) {
                throw new IllegalArgumentException(
                        instrument.symbol() + " has the index " + instrument.index() + " and stands at " + position);
            }
        }
        symbols = new NameTable(listed.stream().map(Instrument::symbol).toList());
    }

    /** The index of the instrument that is named; {@link #UNCONFIGURED}, and said to the sink, when there is none. */
    int of(FieldValues named, EventSink sink) throws FrameRefusedException {
        int instrument = named.find(Row.INSTRUMENT, symbols);
        if (instrument == UNCONFIGURED) {
            requireSymbol(named);
            sink.unconfigured(named.json().bytes(), named.from(Row.INSTRUMENT), named.length(Row.INSTRUMENT));
        }
        return instrument;
    }

    /** Refuses a name that cannot be a symbol. */
    static void requireSymbol(FieldValues named) throws FrameRefusedException {
        if (!named.hasValue(Row.INSTRUMENT) || !named.isText(Row.INSTRUMENT) || named.isEscaped(Row.INSTRUMENT)) {
            throw named.badValue(Row.INSTRUMENT, "a symbol, written without escapes,");
        }
    }

    Token token(int instrument) {
        return instruments[instrument].token();
    }

    ContractSize contractSize(int instrument) {
        return instruments[instrument].contractSize();
    }
}
