package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the plugins of a folder (D11): each sub-folder, jar or zip is a plugin in a module layer of its own. One that cannot be used is
 * refused with a line that says why; the others go on. The order in which the file system lists them decides nothing.
 */
public final class PluginLoader {
    private PluginLoader() {}

    /**
     * All plugins of a folder, under its lock where it has one.
     *
     * @throws IOException when the folder itself cannot be listed, or its lock not be read
     * @throws PluginLockException when its lock cannot be understood
     */
    public static PluginSet load(Path folder) throws IOException {
        return load(folder, PluginLock.of(folder), PluginLimits.STANDARD);
    }

    /**
     * All plugins of a folder.
     *
     * @param lock the plugins that alone may run; without one all may
     */
    public static PluginSet load(Path folder, Optional<PluginLock> lock, PluginLimits limits) throws IOException {
        return load(locations(folder), lock, limits);
    }

    /**
     * Some of a folder's plugins.
     *
     * @param locations of those that {@link #locations} gives, in that order
     */
    public static PluginSet load(List<Path> locations, Optional<PluginLock> lock, PluginLimits limits) {
        PluginOpening opening = new PluginOpening(lock, limits);
        List<RefusedPlugin> refused = new ArrayList<>();
        TreeMap<String, List<LoadedPlugin>> byId = new TreeMap<>();
        for (Path location : locations) {
            try {
                LoadedPlugin plugin = opening.open(location);
                byId.computeIfAbsent(plugin.id(), id -> new ArrayList<>()).add(plugin);
            } catch (PluginRefusedException e) {
                refused.add(new RefusedPlugin(location, e.getMessage()));
            }
        }
        List<LoadedPlugin> plugins = new ArrayList<>();
        byId.forEach((id, claimants) -> {
            if (claimants.size() == 1) {
                plugins.add(claimants.getFirst());
            } else {
                String cause = Refusal.DUPLICATE_ID.line(id, claimants.size());
                claimants.forEach(claimant -> refused.add(new RefusedPlugin(claimant.location(), cause)));
            }
        });
        refused.sort(Comparator.comparing(RefusedPlugin::location));
        List<PluginWarning> warnings = new ArrayList<>(opening.warnings());
        lock.ifPresent(of -> warnings.addAll(goneFrom(of, byId)));
        return new PluginSet(plugins, refused, warnings);
    }

    private static List<PluginWarning> goneFrom(PluginLock lock, Map<String, List<LoadedPlugin>> byId) {
        Set<String> here = byId.values().stream()
                .flatMap(List::stream)
                .map(LoadedPlugin::sha256)
                .collect(Collectors.toSet());
        return lock.ids().entrySet().stream()
                .filter(line -> !here.contains(line.getKey()))
                .map(line -> new PluginWarning(
                        lock.file(),
                        lock.file() + " has " + line.getValue() + " with the SHA-256 " + line.getKey()
                                + ", and no such plugin runs; `pawl plugin lock` leaves such lines out"))
                .sorted(Comparator.comparing(PluginWarning::text))
                .toList();
    }

    /** The entries of a plugins folder that are to be plugins, in order of name. */
    public static List<Path> locations(Path folder) throws IOException {
        return PluginFiles.locations(folder);
    }

    /**
     * One plugin of a folder, in a new module layer whenever this is called, under the lock of its plugins folder.
     *
     * @param location a folder, jar or zip right in a plugins folder
     * @throws IOException when the lock cannot be read or understood
     */
    public static LoadedPlugin open(Path location) throws IOException, PluginRefusedException {
        Path plugins = location.toAbsolutePath().normalize().resolveSibling("");
        return new PluginOpening(PluginLock.of(plugins), PluginLimits.STANDARD).open(location);
    }

    /**
     * What {@link #open} would state as the plugin's hash: its files are read, and none of it runs.
     *
     * @throws PluginRefusedException when it has no files that can be read
     */
    public static String sha256(Path location) throws PluginRefusedException {
        return PluginOpening.hash(
                PluginFiles.of(location, PluginLimits.STANDARD).jars());
    }
}
