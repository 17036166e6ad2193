package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** docs/configuration.md against the schema: the same keys, defaults and bounds. */
class ConfigurationDocumentTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\| *([^|]*?) *\\| *([^|]*?) *\\|");
    /** Bounds that a row writes out in words or not at all. */
    private static final List<String> BOUNDS = List.of("minimum", "exclusiveMinimum", "maximum", "maxItems");

    private final JsonNode schema = schema();
    private final Map<String, JsonNode> properties = properties();
    private final Map<String, Matcher> rows = rows();

    @Test
    void hasARowForEachKeyAndNoOther() {
        assertThat(rows.keySet()).hasSizeGreaterThan(50).isEqualTo(properties.keySet());
    }

    @Test
    void rowsStateDefaultsAndBounds() {
        int defaults = 0;
        for (Map.Entry<String, JsonNode> property : properties.entrySet()) {
            JsonNode resolved = resolved(property.getValue());
            Matcher row = rows.get(property.getKey());
            JsonNode preset = property.getValue().path("default");
            if (preset.isValueNode()) {
                defaults++;
                assertThat(row.group(3)).as(property.getKey()).isEqualTo(preset.asString());
            }
            if (preset.has("enter")) {
                defaults++;
                assertThat(row.group(3))
                        .isEqualTo("enter %s, exit %s, persistTicks %s"
                                .formatted(
                                        preset.path("enter").asString(),
                                        preset.path("exit").asString(),
                                        preset.path("persistTicks").asString()));
            }
            for (String bound : BOUNDS) {
                if (resolved.has(bound)) {
                    assertThat(row.group(2))
                            .as(property.getKey() + " " + bound)
                            .containsPattern(
                                    "(?<![\\d.])" + resolved.path(bound).asString() + "(?![\\d.])");
                }
            }
        }
        assertThat(defaults).isEqualTo(35);
    }

    @Test
    void packedSchemaIsTheOneThatEditorsUse() throws IOException {
        try (InputStream packed = ConfigurationSchema.class.getResourceAsStream(ConfigurationSchema.RESOURCE)) {
            assertThat(packed).isNotNull();
            assertThat(packed.readAllBytes())
                    .isEqualTo(Files.readAllBytes(
                            SampleConfiguration.shippedFolder().resolve(ConfigurationSchema.RESOURCE)));
        }
    }

    @Test
    void everyPropertyIsDescribedAndEveryMapIsClosed() {
        properties.forEach((path, property) -> {
            boolean isDescribed =
                    property.has("description") || resolved(property).has("description");
            boolean isFeature = path.matches("tokenMachine\\.(heat|release)\\.[a-zA-Z]+");
            assertThat(isDescribed || isFeature || path.endsWith("*")).as(path).isTrue();
            if (resolved(property).path("type").toString().contains("\"object\"")) {
                assertThat(resolved(property).has("additionalProperties"))
                        .as(path)
                        .isTrue();
            }
        });
    }

    private Map<String, JsonNode> properties() {
        Map<String, JsonNode> found = new TreeMap<>();
        collect("", schema, found);
        return found;
    }

    /** The path of each property as the document writes it; those of steps and weights stand once, under {@code *}. */
    private void collect(String parent, JsonNode at, Map<String, JsonNode> found) {
        JsonNode resolved = resolved(at);
        resolved.path("properties").forEachEntry((key, property) -> {
            String path = SourceLines.key(parent, key);
            found.put(path, property);
            boolean isRepeated = List.of("#/$defs/step", "#/$defs/measureWeight", "#/$defs/phaseMultipliers")
                    .contains(property.path("$ref").asString());
            collect(isRepeated ? SourceLines.key(parent, "*") : path, property, found);
        });
        if (resolved.has("items")) {
            collect(parent + "[]", resolved.path("items"), found);
        }
        if (resolved.path("additionalProperties").isObject() && !parent.endsWith("settings")) {
            found.put(parent + ".*", resolved.path("additionalProperties"));
            collect(parent + ".*", resolved.path("additionalProperties"), found);
        }
    }

    private JsonNode resolved(JsonNode at) {
        return at.has("$ref") ? schema.requiredAt(at.path("$ref").stringValue().substring(1)) : at;
    }

    private static Map<String, Matcher> rows() {
        Map<String, Matcher> rows = new TreeMap<>();
        for (String line : document().lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.find()) {
                assertThat(rows.put(row.group(1), row))
                        .as("a second row for %s", row.group(1))
                        .isNull();
            }
        }
        return rows;
    }

    private static String document() {
        return text(Path.of(System.getProperty("pawl.root"), "docs", "configuration.md"));
    }

    private static JsonNode schema() {
        try {
            return YamlTreeReader.read(
                    text(SampleConfiguration.shippedFolder().resolve(ConfigurationSchema.RESOURCE)),
                    new ProblemList(new SourceLines("schema")));
        } catch (ConfigurationException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
