package pawl.kernel.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pawl.kernel.plugin.PluginDescriptorCheck.Provided;
import pawl.kernel.plugin.ProviderStart.Started;

/**
 * Turns one entry of a plugins folder into a plugin, or says why it cannot be one. What can be told without running anything of it is
 * told first; that its hash is in the lock before all else.
 */
final class PluginOpening {
    private static final int MOST_VERSION_BYTES = 24;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
    private static final int MOST_ID_CHARACTERS = 63;

    private final Optional<PluginLock> lock;
    private final PluginLimits limits;
    private final EngineTypes engine = new EngineTypes();
    private final List<PluginWarning> warnings = new ArrayList<>();

    PluginOpening(Optional<PluginLock> lock, PluginLimits limits) {
        this.lock = lock;
        this.limits = limits;
    }

    /** Of all that were opened. */
    List<PluginWarning> warnings() {
        return warnings;
    }

    LoadedPlugin open(Path location) throws PluginRefusedException {
        PluginFiles files = PluginFiles.of(location, limits);
        files.warnings().forEach(text -> warnings.add(new PluginWarning(location, text)));
        String sha256 = hash(files.jars());
        Optional<String> lockedId = lockedId(sha256, location);
        PluginLayer modules = PluginLayer.of(files.jars());
        Provided provided = PluginDescriptorCheck.check(modules.descriptors());
        Configuration resolved = modules.resolve();
        Map<String, ClassUse> classes = PluginLayer.classes(resolved, limits.unpackedBytes());
        ApiUseCheck.check(classes, modules.packages(), engine);
        checkProvider(provided, classes);
        String version = version(provided.module());
        Started started = ProviderStart.start(modules.define(resolved), provided.kind(), limits);
        checkId(started.id(), provided.kind());
        checkLockedId(lockedId, started.id(), location);
        return new LoadedPlugin(
                started.id(), provided.kind(), started.provider(), version, sha256, location, provided.api());
    }

    static String hash(List<Path> jars) throws PluginRefusedException {
        try {
            return PluginHash.of(jars);
        } catch (IOException e) {
            throw new PluginRefusedException(Refusal.UNREADABLE, Causes.line(e));
        }
    }

    private Optional<String> lockedId(String sha256, Path location) throws PluginRefusedException {
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> id = lock.get().id(sha256);
        if (id.isEmpty()) {
            throw new PluginRefusedException(
                    Refusal.NOT_LOCKED, sha256, lock.get().file(), location.getFileName());
        }
        return id;
    }

    private void checkLockedId(Optional<String> lockedId, String id, Path location) throws PluginRefusedException {
        if (lock.isPresent() && !lockedId.equals(Optional.of(id))) {
            throw new PluginRefusedException(
                    Refusal.LOCKED_AS_ANOTHER, lock.get().file(), lockedId.orElse(""), id, location.getFileName());
        }
    }

    /** ServiceLoader says the same later, in words that only its authors understand. */
    private static void checkProvider(Provided provided, Map<String, ClassUse> classes) throws PluginRefusedException {
        Optional<TypeFacts> found = Optional.ofNullable(
                        classes.get(provided.className().replace('.', '/')))
                .map(ClassUse::facts);
        if (found.isEmpty()) {
            throw new PluginRefusedException(Refusal.PROVIDER_MISSING, provided.className());
        }
        Map<String, Integer> members = found.get().members();
        boolean hasConstructor = Modifier.isPublic(members.getOrDefault("<init>()V", 0));
        // ServiceLoader takes a static method of this name in its place.
        boolean hasMethod = members.keySet().stream().anyMatch(key -> key.startsWith("provider()"));
        if (!Modifier.isPublic(found.get().flags()) || !(hasConstructor || hasMethod)) {
            throw new PluginRefusedException(Refusal.PROVIDER_NOT_PUBLIC, provided.className());
        }
    }

    private static void checkId(String id, PluginKind kind) throws PluginRefusedException {
        if (!ID.matcher(id).matches() || id.length() > MOST_ID_CHARACTERS) {
            throw new PluginRefusedException(Refusal.BAD_ID, id);
        }
        if (isReserved(id)) {
            throw new PluginRefusedException(Refusal.RESERVED_ID, id);
        }
        if (!id.startsWith(kind.prefix() + "-")) {
            throw new PluginRefusedException(Refusal.WRONG_KIND, id, kind.prefix());
        }
    }

    /** Ids that start with {@code pawl}, or go on with it after their kind, are Pawl's own for later. */
    private static boolean isReserved(String id) {
        List<String> words = List.of(id.split("-"));
        return words.get(0).equals("pawl") || words.get(1).equals("pawl");
    }

    private static String version(ModuleDescriptor descriptor) throws PluginRefusedException {
        String version = descriptor.rawVersion().orElse("unversioned");
        if (version.getBytes(StandardCharsets.UTF_8).length > MOST_VERSION_BYTES) {
            throw new PluginRefusedException(Refusal.BAD_VERSION, version);
        }
        return version;
    }
}
