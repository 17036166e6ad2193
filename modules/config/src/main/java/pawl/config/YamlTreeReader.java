package pawl.config;

import java.math.BigDecimal;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pawl.api.decimal.ContractSize;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML, and so JSON, into a tree, noting the line of each key. Stricter than YAML: a key is given once, and there are no aliases
 * and no tags, so that a file means what it shows, nothing is expanded and no object is constructed.
 *
 * <p>A whole number is a long, however it is written (20, 20.0, 2e1); one beyond 64 bits is a BigInteger, which the validator
 * compares without overflow; any other number is a double. A contract's size alone is an exact decimal.
 */
final class YamlTreeReader {
    private static final int MOST_DEPTH = 32;
    private static final int MOST_NUMBER_CHARACTERS = 64;
    private static final double FIRST_INEXACT_WHOLE = 1L << 53;
    private static final Pattern CONTRACT_SIZE = Pattern.compile("tokens\\[\\d+]\\.instruments\\..+\\.contractSize");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final YAMLParser parser;
    private final ProblemList problems;

    private YamlTreeReader(YAMLParser parser, ProblemList problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** @throws ConfigurationException when the text is not one YAML document; lesser faults are added to the problems */
    static JsonNode read(String text, ProblemList problems) throws ConfigurationException {
        try (YAMLParser parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            YamlTreeReader reader = new YamlTreeReader(parser, problems);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw problems.fatal(OptionalInt.empty(), "the file is empty; it must hold a configuration");
            }
            JsonNode tree = reader.value(first, "", 0);
            if (parser.nextToken() != null) {
                throw problems.fatal(reader.line(), "a second YAML document starts here; the file must hold only one");
            }
            return tree;
        } catch (JacksonException e) {
            throw notYaml(e, problems);
        }
    }

    private static ConfigurationException notYaml(JacksonException e, ProblemList problems) {
        // The parser explains itself in many lines; those that quote the file are indented.
        String reason = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining("; "));
        if (e.getLocation() == null) {
            return problems.fatal(OptionalInt.empty(), "not YAML: " + reason);
        }
        return problems.fatal(
                OptionalInt.of(e.getLocation().getLineNr()),
                "not YAML at column " + e.getLocation().getColumnNr() + ": " + reason);
    }

    private JsonNode value(JsonToken token, String path, int depth) throws ConfigurationException {
        if (depth > MOST_DEPTH) {
            throw problems.fatal(line(), "nested more than " + MOST_DEPTH + " levels deep");
        }
        if (parser.isCurrentAlias()) {
            return refused(path, "an alias (*" + parser.getString() + ") is not allowed; write the value out");
        }
        Object tag = parser.getTypeId();
        if (tag != null) {
            problems.add(
                    line(), path, "a tag (" + tag + ") is not allowed; leave it out, and quote what is to be a text");
        }
        return switch (token) {
            case START_OBJECT -> map(path, depth);
            case START_ARRAY -> list(path, depth);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString(), path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("YAML parser gave " + token + " for a value");
        };
    }

    private ObjectNode map(String path, int depth) throws ConfigurationException {
        ObjectNode map = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String keyPath = SourceLines.key(path, key);
            OptionalInt keyLine = line();
            boolean isRepeated = map.has(key);
            if (isRepeated) {
                String first = problems.lines().of(keyPath).stream()
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining());
                problems.add(keyLine, keyPath, "given twice, first on line " + first + "; it must be given once");
            } else {
                problems.lines().put(keyPath, keyLine.orElseThrow());
            }
            JsonNode value = value(parser.nextToken(), keyPath, depth + 1);
            if (!isRepeated) {
                map.set(key, value);
            }
        }
        return map;
    }

    private ArrayNode list(String path, int depth) throws ConfigurationException {
        ArrayNode list = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String itemPath = SourceLines.item(path, list.size());
            problems.lines().put(itemPath, line().orElseThrow());
            list.add(value(token, itemPath, depth + 1));
        }
        return list;
    }

    private JsonNode number(String text, String path) {
        if (text.length() > MOST_NUMBER_CHARACTERS) {
            return refused(path, "a number of more than " + MOST_NUMBER_CHARACTERS + " characters is not allowed");
        }
        if (CONTRACT_SIZE.matcher(path).matches()) {
            return contractSize(text, path);
        }
        try {
            return number(new BigDecimal(text).doubleValue(), text);
        } catch (NumberFormatException e) {
            return refused(path, text + " is not allowed; a number must be finite");
        }
    }

    private static JsonNode number(double value, String text) {
        if (!Double.isFinite(value)) {
            throw new NumberFormatException("beyond binary64");
        }
        if (value != Math.rint(value)) {
            return NODES.numberNode(value);
        }
        if (Math.abs(value) < FIRST_INEXACT_WHOLE) {
            return NODES.numberNode((long) value);
        }
        try {
            return NODES.numberNode(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return NODES.numberNode(new BigDecimal(value).toBigInteger());
        }
    }

    /** In its shortest form, so that what is equal looks equal. */
    private JsonNode contractSize(String text, String path) {
        try {
            ContractSize size = ContractSize.of(new BigDecimal(text));
            return NODES.numberNode(BigDecimal.valueOf(size.mantissa(), -size.exponent()));
        } catch (IllegalArgumentException e) {
            return refused(
                    path, text + " is not allowed; it must be a number above 0 of at most 18 digits and 18 decimals");
        }
    }

    /** Stands for a value that has a problem of its own; the schema takes null nowhere. */
    private JsonNode refused(String path, String message) {
        problems.add(line(), path, message);
        return NODES.nullNode();
    }

    private OptionalInt line() {
        return OptionalInt.of(parser.currentTokenLocation().getLineNr());
    }
}
