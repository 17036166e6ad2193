package pawl.kernel.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A plugin's modules: found, resolved against the engine's, looked into, and at last made ready to run. */
final class PluginLayer {
    private static final Comparator<ResolvedModule> BY_NAME = Comparator.comparing(ResolvedModule::name);

    private final ModuleFinder finder;
    private final List<ModuleDescriptor> descriptors;
    private final ModuleLayer engine = EngineTypes.API.getLayer();

    private PluginLayer(ModuleFinder finder, List<ModuleDescriptor> descriptors) {
        this.finder = finder;
        this.descriptors = descriptors;
    }

    static PluginLayer of(List<Path> jars) throws PluginRefusedException {
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        try {
            List<ModuleDescriptor> descriptors = finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .sorted()
                    .toList();
            if (descriptors.size() < jars.size()) {
                throw new PluginRefusedException(Refusal.SAME_MODULE_TWICE);
            }
            return new PluginLayer(finder, descriptors);
        } catch (FindException e) {
            throw new PluginRefusedException(Refusal.CORRUPT, Causes.line(e));
        }
    }

    List<ModuleDescriptor> descriptors() {
        return descriptors;
    }

    Configuration resolve() throws PluginRefusedException {
        try {
            Configuration resolved = engine.configuration()
                    .resolve(
                            finder,
                            ModuleFinder.of(),
                            descriptors.stream().map(ModuleDescriptor::name).toList());
            requireNothingOfTheEngine(resolved);
            return resolved;
        } catch (FindException | ResolutionException e) {
            throw new PluginRefusedException(Refusal.DOES_NOT_FIT, Causes.line(e));
        }
    }

    /** What the descriptors' check cannot see: modules that are read because another module passes them on. */
    static void requireNothingOfTheEngine(Configuration resolved) throws PluginRefusedException {
        for (ResolvedModule module : resolved.modules().stream().sorted(BY_NAME).toList()) {
            for (ResolvedModule read : module.reads().stream().sorted(BY_NAME).toList()) {
                boolean isOfEngine = read.configuration() != resolved && !EngineTypes.isOfJdk(read.name());
                if (isOfEngine && !read.name().equals(EngineTypes.API.getName())) {
                    throw new PluginRefusedException(Refusal.REQUIRES_ENGINE_MODULE, module.name(), read.name());
                }
            }
        }
    }

    /**
     * The classes of the modules that can see the API. Libraries, which cannot, are not read: they are most of a plugin's bytes.
     *
     * @param mostBytes of all of them together
     */
    static Map<String, ClassUse> classes(Configuration resolved, long mostBytes) throws PluginRefusedException {
        Map<String, ClassUse> classes = new HashMap<>();
        long left = mostBytes;
        for (ResolvedModule module : resolved.modules().stream().sorted(BY_NAME).toList()) {
            boolean seesApi =
                    module.reads().stream().anyMatch(read -> read.name().equals(EngineTypes.API.getName()));
            if (seesApi) {
                left -= read(module, classes, left);
            }
        }
        return classes;
    }

    private static long read(ResolvedModule module, Map<String, ClassUse> classes, long mostBytes)
            throws PluginRefusedException {
        long bytesRead = 0;
        try (ModuleReader reader = module.reference().open();
                Stream<String> names = reader.list()) {
            for (String name : names.filter(PluginLayer::isClass).sorted().toList()) {
                try (InputStream in = reader.open(name).orElseThrow()) {
                    byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, mostBytes - bytesRead + 1));
                    bytesRead += bytes.length;
                    if (bytesRead > mostBytes) {
                        throw new PluginRefusedException(Refusal.CLASSES_TOO_LARGE, mostBytes);
                    }
                    ClassUse use = ClassUseReader.read(bytes);
                    classes.put(use.facts().name(), use);
                } catch (IllegalArgumentException e) {
                    throw new PluginRefusedException(Refusal.CORRUPT, name + ": " + Causes.line(e));
                }
            }
            return bytesRead;
        } catch (IOException e) {
            throw new PluginRefusedException(Refusal.CORRUPT, Causes.line(e));
        }
    }

    /** Other versions of a class, for other releases of Java, lie below META-INF. */
    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.equals("module-info.class") && !name.startsWith("META-INF/");
    }

    Set<String> packages() {
        Set<String> packages = new TreeSet<>();
        descriptors.forEach(descriptor -> packages.addAll(descriptor.packages()));
        return packages;
    }

    ModuleLayer define(Configuration resolved) throws PluginRefusedException {
        try {
            return ModuleLayer.defineModulesWithOneLoader(
                            resolved, List.of(engine), ClassLoader.getPlatformClassLoader())
                    .layer();
        } catch (LayerInstantiationException e) {
            throw new PluginRefusedException(Refusal.DOES_NOT_FIT, Causes.line(e));
        }
    }
}
