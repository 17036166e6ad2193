package pawl.kernel.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a plugin's module descriptors must satisfy before anything of it is resolved or run (D11). */
final class PluginDescriptorCheck {
    private static final String API_MODULE = "pawl.api";
    private static final Set<String> ALLOWED_JDK_MODULES = Set.of("java.base", "java.logging", "java.xml");

    private PluginDescriptorCheck() {}

    /**
     * The one provider that a plugin's descriptors name.
     *
     * @param className as ServiceLoader will look for it
     * @param api the versions of the API that its module was built for, where that is stated
     */
    record Provided(PluginKind kind, ModuleDescriptor module, String className, Optional<ApiRange> api) {}

    static Provided check(List<ModuleDescriptor> descriptors) throws PluginRefusedException {
        Set<String> own =
                descriptors.stream().map(ModuleDescriptor::name).collect(Collectors.toCollection(TreeSet::new));
        for (ModuleDescriptor descriptor : descriptors) {
            checkSelf(descriptor);
            for (Requires requires : descriptor.requires()) {
                checkRequires(descriptor, requires, own);
            }
        }
        return provided(descriptors);
    }

    private static void checkSelf(ModuleDescriptor descriptor) throws PluginRefusedException {
        if (descriptor.isAutomatic()) {
            throw new PluginRefusedException(Refusal.NO_MODULE_INFO, descriptor.name());
        }
        boolean bringsTheApi = descriptor.name().equals(API_MODULE)
                || descriptor.packages().stream().anyMatch(name -> name.startsWith("pawl.api."));
        if (bringsTheApi) {
            throw new PluginRefusedException(Refusal.BRINGS_THE_API, descriptor.name());
        }
    }

    private static void checkRequires(ModuleDescriptor descriptor, Requires requires, Set<String> own)
            throws PluginRefusedException {
        String name = requires.name();
        if (name.equals(API_MODULE)) {
            ApiRange.of(requires);
            return;
        }
        boolean isOptional = requires.modifiers().contains(Requires.Modifier.STATIC);
        if (own.contains(name) || ALLOWED_JDK_MODULES.contains(name)) {
            return;
        }
        if (EngineTypes.isOfJdk(name)) {
            // Libraries name such modules at times, and do without.
            if (!isOptional) {
                throw new PluginRefusedException(Refusal.REQUIRES_JDK_MODULE, descriptor.name(), name);
            }
        } else if (EngineTypes.API.getLayer().findModule(name).isPresent()) {
            // An optional requirement would read it all the same.
            throw new PluginRefusedException(Refusal.REQUIRES_ENGINE_MODULE, descriptor.name(), name);
        } else if (!isOptional) {
            throw new PluginRefusedException(Refusal.MISSING_MODULE, descriptor.name(), name);
        }
    }

    private static Provided provided(List<ModuleDescriptor> descriptors) throws PluginRefusedException {
        List<Provided> all = new ArrayList<>();
        for (ModuleDescriptor descriptor : descriptors) {
            for (Provides provides : descriptor.provides()) {
                for (PluginKind kind : PluginKind.values()) {
                    if (provides.service().equals(kind.service().getName())) {
                        Optional<ApiRange> api = api(descriptor);
                        provides.providers().forEach(name -> all.add(new Provided(kind, descriptor, name, api)));
                    }
                }
            }
        }
        if (all.size() != 1) {
            throw new PluginRefusedException(Refusal.PLUGIN_COUNT, all.size());
        }
        return all.getFirst();
    }

    private static Optional<ApiRange> api(ModuleDescriptor descriptor) throws PluginRefusedException {
        Optional<ApiRange> range = Optional.empty();
        for (Requires requires : descriptor.requires()) {
            if (requires.name().equals(API_MODULE)) {
                range = ApiRange.of(requires);
            }
        }
        return range;
    }
}
