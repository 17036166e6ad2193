package pawl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pawl.kernel.Versions;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/** Writes a new plugin's project: the documentation's example of its kind, with its own names put in. */
final class PluginProject {
    private static final String EXAMPLES = "pawl/cli/examples/";

    private PluginProject() {}

    /**
     * @param repository of the API's artifacts, which the project is to be built against
     * @throws PawlException when the folder is there and not empty, or cannot be written
     */
    static void write(PluginNames names, Path repository, Path target) throws PawlException {
        Map<String, String> replacements = new HashMap<>(names.replacements());
        replacements.put("@api@", Versions.all().get("api"));
        replacements.put("@repository@", repository.toUri().toString());
        Pattern replaced = Pattern.compile(String.join(
                "|",
                replacements.keySet().stream()
                        .map(Pattern::quote)
                        .sorted()
                        .toList()
                        .reversed()));
        String example = EXAMPLES + names.kind() + "-acme/";
        try (ModuleReader reader = ownModule()) {
            requireRoom(target);
            for (String resource : resources(reader, example)) {
                String path = replace(replaced, replacements, resource.substring(example.length()));
                Path file = target.resolve(path);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, replace(replaced, replacements, text(reader, resource)));
            }
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE,
                    "the plugin's project cannot be written to " + target + ": " + e
                            + "; name another folder with --into",
                    e);
        }
    }

    private static ModuleReader ownModule() throws IOException {
        Module own = PluginProject.class.getModule();
        return own.getLayer()
                .configuration()
                .findModule(own.getName())
                .orElseThrow()
                .reference()
                .open();
    }

    private static List<String> resources(ModuleReader reader, String example) throws IOException {
        try (Stream<String> all = reader.list()) {
            List<String> found = all.filter(name -> name.startsWith(example) && !name.endsWith("/"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("the example " + example + " is missing from this build");
            }
            return found;
        }
    }

    private static String text(ModuleReader reader, String resource) throws IOException {
        try (InputStream in = reader.open(resource)
                .orElseThrow(() -> new IllegalStateException(resource + " is listed and not there"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String replace(Pattern replaced, Map<String, String> replacements, String text) {
        return replaced.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacements.get(found.group())));
    }

    private static void requireRoom(Path target) throws IOException, PawlException {
        if (!Files.exists(target)) {
            return;
        }
        boolean isEmpty = false;
        if (Files.isDirectory(target)) {
            try (Stream<Path> entries = Files.list(target)) {
                isEmpty = entries.findAny().isEmpty();
            }
        }
        if (!isEmpty) {
            throw new PawlException(
                    Kind.USAGE,
                    target + " is there already, and nothing was written; name a new or empty folder with --into");
        }
    }
}
