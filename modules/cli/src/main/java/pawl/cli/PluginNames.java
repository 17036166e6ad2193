package pawl.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/**
 * The names in a new plugin's sources.
 *
 * @param kind exchange, feature, tier or storage
 * @param name the rest of the id, for example {@code acme}; of an exchange it is the venue's name
 * @param className what its classes' names start with, for example {@code Acme}
 * @param packageName also the module's
 */
record PluginNames(String id, String kind, String name, String className, String packageName) {
    private static final List<String> KINDS = List.of("exchange", "feature", "tier", "storage");
    private static final int LONGEST_ID = 63;

    /** @throws PawlException when the id or the package cannot be one */
    static PluginNames of(String id, Optional<String> packageName) throws PawlException {
        int hyphen = id.indexOf('-');
        String kind = hyphen < 0 ? "" : id.substring(0, hyphen);
        if (!KINDS.contains(kind) || !id.matches("[a-z0-9]+(-[a-z0-9]+)+") || id.length() > LONGEST_ID) {
            throw new PawlException(
                    Kind.USAGE,
                    "'" + id + "' is no plugin's id; write it as exchange-acme: " + String.join(", ", KINDS)
                            + ", then a hyphen and a name of lower-case letters, digits and hyphens, "
                            + LONGEST_ID + " in all at most");
        }
        String name = id.substring(hyphen + 1);
        String chosen = packageName.orElse(kind + "." + asIdentifier(name.replace("-", "")));
        if (!SourceVersion.isName(chosen, SourceVersion.RELEASE_25) || chosen.startsWith("pawl.")) {
            throw new PawlException(
                    Kind.USAGE,
                    "'" + chosen + "' is no package for a plugin; write one as com.acme.pawl, not below pawl");
        }
        return new PluginNames(id, kind, name, className(name), chosen);
    }

    private static String asIdentifier(String text) {
        String identifier = Character.isDigit(text.charAt(0)) ? "n" + text : text;
        return SourceVersion.isKeyword(identifier, SourceVersion.RELEASE_25) ? identifier + "x" : identifier;
    }

    private static String className(String name) {
        return Arrays.stream(asIdentifier(name).split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    /** What an example has in place of the names, and the names. */
    Map<String, String> replacements() {
        return Map.of(
                kind + "-acme",
                id,
                kind + ".acme",
                packageName,
                kind + "/acme",
                packageName.replace('.', '/'),
                "Acme",
                className,
                "acme",
                name);
    }
}
