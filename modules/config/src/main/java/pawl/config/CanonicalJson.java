package pawl.config;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The one text of a tree: no white space, keys in order of their UTF-16 code units, lists in their own order; a number in plain
 * notation, a fraction with the fewest digits that give its binary64 back, an exact decimal as it is; of a string only {@code "}, {@code \} and the control
 * characters escaped.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static byte[] bytes(JsonNode tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A number as {@link #bytes} writes it. */
    static String number(JsonNode node) {
        if (node.isLong()) {
            return Long.toString(node.longValue());
        }
        if (node.isBigDecimal()) {
            return node.decimalValue().toPlainString();
        }
        return new BigDecimal(Double.toString(node.doubleValue()))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeString(node.stringValue(), out);
            case NUMBER -> out.append(number(node));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING, BINARY, POJO ->
                throw new IllegalArgumentException("a checked configuration holds no " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        out.append('{');
        Iterator<String> keys = new TreeSet<>(object.propertyNames()).iterator();
        while (keys.hasNext()) {
            String key = keys.next();
            writeString(key, out);
            out.append(':');
            write(object.path(key), out);
            out.append(keys.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            out.append(i == 0 ? "" : ",");
            write(array.path(i), out);
        }
        out.append(']');
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
