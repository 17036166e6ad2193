package pawl.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads, checks and completes a configuration. */
public final class ConfigurationReader {
    /** The one file that a configuration folder must hold. */
    public static final String FILE_NAME = "pawl.yaml";

    /** A larger file is refused unread. */
    public static final int MOST_BYTES = 1 << 20;

    private ConfigurationReader() {}

    /**
     * Reads {@value #FILE_NAME} of a configuration folder.
     *
     * @throws ConfigurationException with everything that is wrong with it, or why it cannot be read
     */
    public static Configuration read(Path folder) throws ConfigurationException {
        Path path = folder.resolve(FILE_NAME);
        ProblemList problems = new ProblemList(new SourceLines(path.toString()));
        try (InputStream in = Files.newInputStream(path)) {
            return read(in.readNBytes(MOST_BYTES + 1), problems);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw problems.fatal(OptionalInt.empty(), "no such file; a configuration folder must hold " + FILE_NAME);
        } catch (IOException e) {
            throw problems.fatal(OptionalInt.empty(), "cannot be read: " + e);
        }
    }

    /**
     * Reads a configuration from its bytes, YAML or JSON in UTF-8.
     *
     * @param file what to call it in messages
     * @throws ConfigurationException with everything that is wrong with it
     */
    public static Configuration read(String file, byte[] bytes) throws ConfigurationException {
        return read(bytes, new ProblemList(new SourceLines(file)));
    }

    private static Configuration read(byte[] bytes, ProblemList problems) throws ConfigurationException {
        if (bytes.length > MOST_BYTES) {
            throw problems.fatal(OptionalInt.empty(), "larger than " + MOST_BYTES + " bytes, which is not allowed");
        }
        return complete(YamlTreeReader.read(text(bytes, problems), problems), problems);
    }

    private static String text(byte[] bytes, ProblemList problems) throws ConfigurationException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw problems.fatal(OptionalInt.of(line), "not UTF-8 at byte " + buffer.position() + " of the file");
        }
    }

    /** The tree is changed: what it leaves out is filled in. */
    private static Configuration complete(JsonNode tree, ProblemList problems) throws ConfigurationException {
        ConfigurationSchema schema = ConfigurationSchema.instance();
        schema.check(tree, problems);
        CrossChecks.check(tree, problems);
        problems.throwIfAny();
        GroupReading.checkPhases(tree, problems);
        problems.throwIfAny();
        ObjectNode root = (ObjectNode) tree;
        schema.fillDefaults(root);
        for (JsonNode token : root.path("tokens").values()) {
            ((ObjectNode) token).putIfAbsent("tier", root.path("defaultTier"));
            InstrumentReading.shorten(token);
        }
        Configuration configuration = ConfigurationBuilder.build(root, problems);
        problems.throwIfAny();
        return configuration;
    }

    static Configuration extend(Configuration configuration, List<DiscoveredToken> discovered)
            throws ConfigurationException {
        ProblemList problems = new ProblemList(configuration.origin().lines());
        // The canonical text has lines of its own, which are not the file's.
        ProblemList canonical =
                new ProblemList(new SourceLines(configuration.origin().file()));
        String text = new String(configuration.canonicalJson(), StandardCharsets.UTF_8);
        JsonNode root = YamlTreeReader.read(text, canonical);
        ArrayNode tokens = (ArrayNode) root.path("tokens");
        List<DiscoveredToken> sorted = discovered.stream()
                .sorted(Comparator.comparing(DiscoveredToken::name))
                .toList();
        for (DiscoveredToken token : sorted) {
            ObjectNode node = tokens.addObject();
            node.put("name", token.name());
            node.put("priceExponent", (long) token.priceExponent());
            node.put("quantityExponent", (long) token.quantityExponent());
            node.putObject("instruments").put(token.venue(), token.symbol());
        }
        return complete(root, problems);
    }
}
