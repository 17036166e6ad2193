package pawl.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The structure of a configuration and its defaults, as {@code config/pawl.schema.json} states them: the same file that editors
 * use, packed into this module's jar.
 */
final class ConfigurationSchema {
    static final String RESOURCE = "pawl.schema.json";

    private static final int MOST_REFERENCES = 8;

    private final JsonNode root;
    private final Schema schema;

    private ConfigurationSchema(JsonNode root) {
        this.root = root;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    /** Loaded when first asked for, and then kept. */
    static ConfigurationSchema instance() {
        return Holder.INSTANCE;
    }

    private static final class Holder {
        static final ConfigurationSchema INSTANCE = load();
    }

    private static ConfigurationSchema load() {
        try (InputStream in = ConfigurationSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the jar of pawl.config");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            ProblemList problems = new ProblemList(new SourceLines(RESOURCE));
            JsonNode root = YamlTreeReader.read(text, problems);
            problems.throwIfAny();
            return new ConfigurationSchema(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException("the schema in the jar of pawl.config cannot be read", e);
        }
    }

    /** Adds a problem for each place where the tree is not as the schema wants it. */
    void check(JsonNode tree, ProblemList problems) {
        for (Error error : schema.validate(tree)) {
            String path = path(error.getInstanceLocation());
            JsonNode allowed = schemaOf(error);
            switch (error.getKeyword()) {
                case "additionalProperties" -> {
                    String key = error.getProperty();
                    Collection<String> keys = allowed.path("properties").propertyNames();
                    problems.add(SourceLines.key(path, key), unknownKey(key, keys));
                }
                case "required" -> {
                    String key = error.getProperty();
                    JsonNode missing = resolved(allowed.path("properties").path(key));
                    problems.add(SourceLines.key(path, key), "missing; it must be " + SchemaWords.allowed(missing));
                }
                default ->
                    problems.add(
                            path,
                            SchemaWords.found(error.getInstanceNode()) + " is not allowed; it must be "
                                    + SchemaWords.allowed(allowed));
            }
        }
    }

    private static String unknownKey(String key, Collection<String> keys) {
        Optional<String> nearest = EditDistance.nearest(key, keys);
        return nearest.map(meant -> "unknown key; did you mean " + meant + "?")
                .orElseGet(() -> "unknown key; allowed are " + String.join(", ", keys));
    }

    private static String path(NodePath location) {
        String path = "";
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            path = element instanceof Integer position
                    ? SourceLines.item(path, position)
                    : SourceLines.key(path, element.toString());
        }
        return path;
    }

    /** The schema whose keyword complains. */
    private JsonNode schemaOf(Error error) {
        NodePath location = error.getSchemaLocation().getFragment();
        JsonNode schemaNode = root;
        for (int i = 0; i < location.getNameCount() - 1; i++) {
            schemaNode = schemaNode.path(location.getElement(i).toString());
        }
        return schemaNode;
    }

    /** Gives every key that is left out, and has a default, that default. */
    void fillDefaults(ObjectNode tree) {
        fill(tree, root);
    }

    private void fill(JsonNode value, JsonNode schemaNode) {
        JsonNode resolved = resolved(schemaNode);
        if (value instanceof ObjectNode map) {
            for (Map.Entry<String, JsonNode> property :
                    resolved.path("properties").properties()) {
                String key = property.getKey();
                Optional<JsonNode> preset = preset(property.getValue());
                if (!map.has(key) && preset.isPresent()) {
                    map.set(key, preset.get().deepCopy());
                }
                fill(map.path(key), property.getValue());
            }
        } else if (value.isArray()) {
            for (JsonNode item : value.values()) {
                fill(item, resolved.path("items"));
            }
        }
    }

    private Optional<JsonNode> preset(JsonNode schemaNode) {
        return schemaNode.optional("default").or(() -> resolved(schemaNode).optional("default"));
    }

    private JsonNode resolved(JsonNode schemaNode) {
        JsonNode at = schemaNode;
        for (int i = 0; i < MOST_REFERENCES && at.has("$ref"); i++) {
            at = root.requiredAt(at.path("$ref").stringValue().substring(1));
        }
        return at;
    }
}
