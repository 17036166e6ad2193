package pawl.kernel.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import pawl.api.plugin.PluginProvider;

/** Turns one folder or jar into a plugin, or says why it cannot be one. */
final class PluginLayer {
    private static final int MOST_VERSION_BYTES = 24;

    private PluginLayer() {}

    static LoadedPlugin open(Path location) throws PluginRefusedException {
        List<Path> jars = jars(location);
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        List<ModuleDescriptor> descriptors = descriptors(finder);
        if (descriptors.size() < jars.size()) {
            throw new PluginRefusedException("two of its jars hold a module of the same name; leave one of them");
        }
        PluginDescriptorCheck.check(descriptors);
        ModuleLayer layer = layer(finder, descriptors);
        Found found = provider(layer);
        try {
            return new LoadedPlugin(
                    checkedId(found), found.kind(), found.provider(), version(found), PluginHash.of(jars), location);
        } catch (IOException e) {
            throw new PluginRefusedException("its files cannot be read: " + e.getMessage(), e);
        }
    }

    private record Found(PluginKind kind, PluginProvider provider) {}

    private static List<Path> jars(Path location) throws PluginRefusedException {
        if (!Files.isDirectory(location)) {
            return List.of(location);
        }
        try (Stream<Path> files = Files.list(location)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new PluginRefusedException("it holds no jar; put the plugin's jars directly into it");
            }
            return jars;
        } catch (IOException e) {
            throw new PluginRefusedException("its folder cannot be listed: " + e.getMessage(), e);
        }
    }

    private static List<ModuleDescriptor> descriptors(ModuleFinder finder) throws PluginRefusedException {
        try {
            return finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .sorted()
                    .toList();
        } catch (FindException e) {
            throw new PluginRefusedException("a jar of it cannot be read as a module: " + innermost(e), e);
        }
    }

    private static ModuleLayer layer(ModuleFinder finder, List<ModuleDescriptor> descriptors)
            throws PluginRefusedException {
        ModuleLayer boot = PluginLayer.class.getModule().getLayer();
        try {
            Configuration configuration = boot.configuration()
                    .resolve(
                            finder,
                            ModuleFinder.of(),
                            descriptors.stream().map(ModuleDescriptor::name).toList());
            return ModuleLayer.defineModulesWithOneLoader(
                            configuration, List.of(boot), ClassLoader.getPlatformClassLoader())
                    .layer();
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new PluginRefusedException(
                    "its modules do not fit together: " + innermost(e) + "; put what is missing into its folder", e);
        }
    }

    private static Found provider(ModuleLayer layer) throws PluginRefusedException {
        List<Found> all = new ArrayList<>();
        for (PluginKind kind : PluginKind.values()) {
            try {
                ServiceLoader.load(layer, kind.service()).stream()
                        // A layer's loader also finds the providers of the layers below it.
                        .filter(provider -> provider.type().getModule().getLayer() == layer)
                        .forEach(provider -> all.add(new Found(kind, provider.get())));
            } catch (ServiceConfigurationError e) {
                throw new PluginRefusedException("its provider cannot be made: " + innermost(e), e);
            }
        }
        if (all.size() != 1) {
            throw new PluginRefusedException("it provides " + all.size()
                    + " plugins; exactly one module-info must say `provides … with` one of Pawl's four services");
        }
        return all.getFirst();
    }

    private static String checkedId(Found found) throws PluginRefusedException {
        String id = id(found.provider());
        String prefix = found.kind().prefix() + "-";
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)+") || !id.startsWith(prefix) || id.length() > 63) {
            throw new PluginRefusedException("its id is \"" + id + "\"; needed is one of at most 63 lower-case letters,"
                    + " digits and hyphens that starts with " + prefix);
        }
        return id;
    }

    /** The first that runs of a plugin's own code besides its constructor. */
    private static String id(PluginProvider provider) throws PluginRefusedException {
        try {
            return String.valueOf(provider.id());
        } catch (RuntimeException | LinkageError e) {
            throw new PluginRefusedException("its provider fails when asked for its id: " + innermost(e), e);
        }
    }

    private static String version(Found found) throws PluginRefusedException {
        String version = found.provider()
                .getClass()
                .getModule()
                .getDescriptor()
                .rawVersion()
                .orElse("unversioned");
        if (version.getBytes(StandardCharsets.UTF_8).length > MOST_VERSION_BYTES) {
            throw new PluginRefusedException("its version is \"" + version + "\"; a log's header has room for "
                    + MOST_VERSION_BYTES + " bytes of it");
        }
        return version;
    }

    private static String innermost(Throwable thrown) {
        Throwable inner = thrown;
        for (Optional<Throwable> next = Optional.of(thrown); next.isPresent(); ) {
            inner = next.get();
            next = Optional.ofNullable(inner.getCause());
        }
        String message =
                Optional.ofNullable(inner.getMessage()).orElse(inner.getClass().getSimpleName());
        return message.lines().findFirst().orElse(inner.getClass().getSimpleName());
    }
}
