package pawl.plugin.exchange.bybit;

import java.math.BigDecimal;
import java.util.List;
import pawl.api.decimal.ContractSize;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.json.NameTable;

/** The configured instruments, found by their symbols. Immutable. */
final class Instruments {
    static final int UNCONFIGURED = NameTable.ABSENT;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final NameTable symbols;
    private final Token[] tokens;
    private final ContractSize[] sizes;
    private final ContractSize[] halves;

    /** @throws IllegalArgumentException when an index is not the position in the list, or a symbol is listed twice */
    Instruments(List<Instrument> instruments) {
        tokens = new Token[instruments.size()];
        sizes = new ContractSize[tokens.length];
        halves = new ContractSize[tokens.length];
        for (int position = 0; position < tokens.length; position++) {
            Instrument instrument = instruments.get(position);
            if (instrument.index() != position) {
                throw new IllegalArgumentException(
                        instrument.symbol() + " has the index " + instrument.index() + " and stands at " + position);
            }
            ContractSize size = instrument.contractSize();
            tokens[position] = instrument.token();
            sizes[position] = size;
            halves[position] = ContractSize.of(
                    BigDecimal.valueOf(size.mantissa(), -size.exponent()).multiply(HALF));
        }
        symbols = new NameTable(instruments.stream().map(Instrument::symbol).toList());
    }

    /** The index of the instrument of that symbol, or {@link #UNCONFIGURED}. */
    int find(byte[] bytes, int from, int length) {
        return symbols.find(bytes, from, length);
    }

    Token token(int instrument) {
        return tokens[instrument];
    }

    /** What one of the venue's units of quantity is; 1 unless the configuration says otherwise. */
    ContractSize size(int instrument) {
        return sizes[instrument];
    }

    /** Half of it: what one unit of both sides' open interest is on one side. */
    ContractSize half(int instrument) {
        return halves[instrument];
    }
}
