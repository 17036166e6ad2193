package pawl.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In which settings two configurations differ, as they are kept beside logs: complete JSON. */
public final class ConfigurationDifference {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ConfigurationDifference() {}

    /**
     * The innermost settings that differ, in order of their keys.
     *
     * @throws IllegalArgumentException when one of them is not JSON
     */
    public static List<SettingDifference> between(byte[] left, byte[] right) {
        List<SettingDifference> differences = new ArrayList<>();
        compare("", tree(left), tree(right), differences);
        return differences;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("a configuration that is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void compare(String pointer, JsonNode left, JsonNode right, List<SettingDifference> into) {
        if (left.equals(right)) {
            return;
        }
        if (left.isObject() && right.isObject()) {
            TreeSet<String> keys = new TreeSet<>(left.propertyNames());
            keys.addAll(right.propertyNames());
            for (String key : keys) {
                compare(pointer + "/" + escaped(key), left.path(key), right.path(key), into);
            }
        } else if (left.isArray() && right.isArray()) {
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                compare(pointer + "/" + i, left.path(i), right.path(i), into);
            }
        } else {
            into.add(new SettingDifference(pointer, text(left), text(right)));
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static Optional<String> text(JsonNode value) {
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8));
    }
}
