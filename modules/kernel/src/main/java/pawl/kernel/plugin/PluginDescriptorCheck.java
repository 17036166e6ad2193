package pawl.kernel.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pawl.api.plugin.ApiVersion;

/** What a plugin's module descriptors must satisfy before anything of it is resolved or run (D11). */
final class PluginDescriptorCheck {
    private static final String API_MODULE = "pawl.api";
    private static final Set<String> ALLOWED_JDK_MODULES = Set.of("java.base", "java.logging", "java.xml");

    private PluginDescriptorCheck() {}

    static void check(List<ModuleDescriptor> descriptors) throws PluginRefusedException {
        Set<String> own =
                descriptors.stream().map(ModuleDescriptor::name).collect(Collectors.toCollection(TreeSet::new));
        for (ModuleDescriptor descriptor : descriptors) {
            checkSelf(descriptor);
            for (Requires requires : descriptor.requires()) {
                checkRequires(descriptor, requires, own);
            }
        }
    }

    private static void checkSelf(ModuleDescriptor descriptor) throws PluginRefusedException {
        if (descriptor.isAutomatic()) {
            throw new PluginRefusedException("its jar " + descriptor.name()
                    + " has no module-info, so nothing fences it; use a jar that has one");
        }
        boolean bringsTheApi = descriptor.name().equals(API_MODULE)
                || descriptor.packages().stream().anyMatch(name -> name.startsWith("pawl.api."));
        if (bringsTheApi) {
            throw new PluginRefusedException("it brings a copy of pawl.api (in " + descriptor.name()
                    + "), which would hide the engine's; give that dependency the scope `provided`");
        }
    }

    private static void checkRequires(ModuleDescriptor descriptor, Requires requires, Set<String> own)
            throws PluginRefusedException {
        String name = requires.name();
        if (name.equals(API_MODULE)) {
            checkApiVersion(requires);
            return;
        }
        if (!isOptional(requires) && !own.contains(name) && !ALLOWED_JDK_MODULES.contains(name)) {
            throw new PluginRefusedException("its module " + descriptor.name() + " requires " + name
                    + ", which a plugin may not read from the engine; allowed are pawl.api, "
                    + String.join(", ", new TreeSet<>(ALLOWED_JDK_MODULES)) + " and modules in its own folder");
        }
    }

    /** What the engine's own layer has, an optional requirement would read all the same. Libraries name the JDK's at times. */
    private static boolean isOptional(Requires requires) {
        String name = requires.name();
        boolean isOfEngine = !name.startsWith("java.")
                && !name.startsWith("jdk.")
                && PluginDescriptorCheck.class
                        .getModule()
                        .getLayer()
                        .findModule(name)
                        .isPresent();
        return requires.modifiers().contains(Requires.Modifier.STATIC) && !isOfEngine;
    }

    private static void checkApiVersion(Requires requires) throws PluginRefusedException {
        var built = requires.compiledVersion();
        if (built.isEmpty()) {
            return;
        }
        String prefix = ApiVersion.MAJOR + ".";
        if (!built.get().toString().startsWith(prefix)) {
            throw new PluginRefusedException("it was built for pawl.api " + built.get() + ", this is "
                    + ApiVersion.text() + "; use a build of it for major " + ApiVersion.MAJOR);
        }
    }
}
