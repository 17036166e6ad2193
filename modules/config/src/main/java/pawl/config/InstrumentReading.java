package pawl.config;

import java.util.Map;
import java.util.Optional;
import pawl.api.decimal.ContractSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A venue's instrument in the two forms it is written in: its symbol, or a map of its symbol and the size of a contract. */
final class InstrumentReading {
    private static final String SYMBOL = "symbol";
    private static final String CONTRACT_SIZE = "contractSize";

    private InstrumentReading() {}

    /** Empty where the node is neither form, of which the schema complains. */
    static Optional<String> symbol(JsonNode instrument) {
        return instrument.isObject() ? instrument.path(SYMBOL).stringValueOpt() : instrument.stringValueOpt();
    }

    /** Where the symbol stands. */
    static String symbolPath(String path, JsonNode instrument) {
        return instrument.isObject() ? SourceLines.key(path, SYMBOL) : path;
    }

    /** @param instrument checked */
    static ContractSize contractSize(JsonNode instrument) {
        JsonNode size = instrument.path(CONTRACT_SIZE);
        return size.isNumber() ? ContractSize.of(size.decimalValue()) : ContractSize.ONE;
    }

    /** Writes each instrument of a checked token in its short form where that says all, so that what means the same is the same. */
    static void shorten(JsonNode token) {
        ObjectNode instruments = (ObjectNode) token.path("instruments");
        for (Map.Entry<String, JsonNode> instrument : instruments.properties()) {
            if (instrument.getValue().isObject()
                    && contractSize(instrument.getValue()).isOne()) {
                instrument.setValue(instrument.getValue().path(SYMBOL));
            }
        }
    }
}
