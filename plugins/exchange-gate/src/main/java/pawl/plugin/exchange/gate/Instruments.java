package pawl.plugin.exchange.gate;

import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.FieldValues;
import pawl.json.NameTable;

/** The configured instruments, found by the contract that a row names. Immutable. */
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

    /** The index of the instrument that a field names; {@link #UNCONFIGURED}, and said to the sink, when there is none. */
    int of(FieldValues row, int field, EventSink sink) throws FrameRefusedException {
        int instrument = row.find(field, symbols);
        if (instrument == UNCONFIGURED) {
            requireSymbol(row, field);
            sink.unconfigured(row.json().bytes(), row.from(field), row.length(field));
        }
        return instrument;
    }

    /** Refuses a name that cannot be a contract. */
    static void requireSymbol(FieldValues row, int field) throws FrameRefusedException {
        if (!row.hasValue(field) || !row.isText(field) || row.isEscaped(field)) {
            throw row.badValue(field, "a contract, written without escapes,");
        }
    }

    Token token(int instrument) {
        return instruments[instrument].token();
    }

    ContractSize contractSize(int instrument) {
        return instruments[instrument].contractSize();
    }
}
