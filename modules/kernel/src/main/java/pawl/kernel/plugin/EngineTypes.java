package pawl.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pawl.api.plugin.PluginProvider;

/**
 * The types of {@code pawl.api} and of {@code java.base} as this process has them, and the packages that belong to the rest of the engine.
 * Types are read from their class files: to load them all takes longer, and not every run needs them.
 */
final class EngineTypes {
    static final Module API = PluginProvider.class.getModule();

    private final Map<String, Optional<TypeFacts>> known = new HashMap<>();
    private final Map<String, String> enginePackages = new HashMap<>();

    EngineTypes() {
        for (Module module : API.getLayer().modules()) {
            if (!isOfJdk(module.getName()) && module != API) {
                module.getPackages().forEach(name -> enginePackages.put(name, module.getName()));
            }
        }
    }

    static boolean isOfJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    /** Whether a type of that internal name is one that {@code pawl.api} has, had or will have. */
    static boolean isOfApi(String name) {
        return name.startsWith("pawl/api/");
    }

    /** The module of the engine, other than the API, that has that package. */
    Optional<String> moduleOf(String packageName) {
        return Optional.ofNullable(enginePackages.get(packageName));
    }

    /** Empty for a type that is neither of the API nor of {@code java.base}, or that is hidden from plugins. */
    Optional<TypeFacts> find(String name) {
        Optional<TypeFacts> found = known.get(name);
        if (found == null) {
            found = look(name);
            known.put(name, found);
        }
        return found;
    }

    private static Optional<TypeFacts> look(String name) {
        Module home = isOfApi(name) ? API : Object.class.getModule();
        try (InputStream in = home.getResourceAsStream(name + ".class")) {
            return Optional.ofNullable(
                            in == null
                                    ? null
                                    : ClassUseReader.read(in.readAllBytes()).facts())
                    .filter(type -> Modifier.isPublic(type.flags()));
        } catch (IOException e) {
            throw new UncheckedIOException("a class of this process cannot be read: " + name, e);
        }
    }
}
