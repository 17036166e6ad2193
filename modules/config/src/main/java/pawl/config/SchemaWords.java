package pawl.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what a schema allows and what stands in its place. */
final class SchemaWords {
    private static final int QUOTED_CHARACTERS = 40;

    private SchemaWords() {}

    /**
     * What a value must be, to follow "it must be".
     *
     * @param schema with its references followed
     */
    static String allowed(JsonNode schema) {
        if (schema.has("enum")) {
            String values = schema.path("enum").values().stream()
                    .map(SchemaWords::plain)
                    .collect(Collectors.joining(", "));
            return schema.path("enum").size() == 1 ? values : "one of " + values;
        }
        if (schema.path("type").isArray() && schema.has("patternErrorMessage")) {
            return schema.path("patternErrorMessage").stringValue();
        }
        if (schema.path("type").isArray()) {
            return schema.path("type").values().stream()
                    .map(type -> kind(type.stringValue()))
                    .collect(Collectors.joining(" or "));
        }
        String type = schema.path("type").stringValue();
        return switch (type) {
            case "integer", "number" -> kind(type) + range(schema);
            case "string" -> schema.path("patternErrorMessage").stringValue(kind(type));
            case "array" -> kind(type) + count(schema, "Items", "item");
            case "object" -> kind(type) + count(schema, "Properties", "key");
            default -> kind(type);
        };
    }

    /** What stands there, short enough for a line. */
    static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.isEmpty() ? "an empty map" : "a map";
            case ARRAY -> value.isEmpty() ? "an empty list" : "a list";
            case NULL -> "an empty value";
            case STRING -> quoted(value.stringValue());
            case NUMBER, BOOLEAN -> plain(value);
            case MISSING, BINARY, POJO -> throw new IllegalArgumentException("YAML has no " + value.getNodeType());
        };
    }

    static String quoted(String text) {
        return text.length() <= QUOTED_CHARACTERS
                ? '"' + text + '"'
                : '"' + text.substring(0, QUOTED_CHARACTERS) + "…\"";
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? CanonicalJson.number(value) : value.asString();
    }

    private static String kind(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map";
            default -> throw new IllegalArgumentException("the schema has a type of no name here: " + type);
        };
    }

    private static String range(JsonNode schema) {
        boolean isClosed = schema.has("minimum") && schema.has("maximum");
        if (isClosed) {
            return " from " + plain(schema.path("minimum")) + " to " + plain(schema.path("maximum"));
        }
        List<String> bounds = new ArrayList<>();
        addBound(schema, "minimum", "at least ", bounds);
        addBound(schema, "exclusiveMinimum", "above ", bounds);
        addBound(schema, "maximum", "at most ", bounds);
        return bounds.isEmpty() ? "" : " " + String.join(" and ", bounds);
    }

    private static void addBound(JsonNode schema, String keyword, String words, List<String> bounds) {
        if (schema.has(keyword)) {
            bounds.add(words + plain(schema.path(keyword)));
        }
    }

    private static String count(JsonNode schema, String keywordEnd, String noun) {
        long least = schema.path("min" + keywordEnd).longValue(0);
        long most = schema.path("max" + keywordEnd).longValue(Long.MAX_VALUE);
        String atLeast = least == 0 ? "" : " of at least " + least + " " + noun + (least == 1 ? "" : "s");
        return most == Long.MAX_VALUE ? atLeast : atLeast + " and at most " + most;
    }
}
