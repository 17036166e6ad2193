package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the plugins of a folder (D11): each sub-folder, or jar, is a plugin in a module layer of its own. One that cannot be used is
 * refused with a line that says why; the others go on. The order in which the file system lists them decides nothing.
 */
public final class PluginLoader {
    private PluginLoader() {}

    /** @throws IOException when the folder itself cannot be listed */
    public static PluginSet load(Path folder) throws IOException {
        List<RefusedPlugin> refused = new ArrayList<>();
        TreeMap<String, List<LoadedPlugin>> byId = new TreeMap<>();
        for (Path location : locations(folder)) {
            try {
                LoadedPlugin plugin = PluginLayer.open(location);
                byId.computeIfAbsent(plugin.id(), id -> new ArrayList<>()).add(plugin);
            } catch (PluginRefusedException e) {
                refused.add(new RefusedPlugin(location, String.valueOf(e.getMessage())));
            }
        }
        List<LoadedPlugin> plugins = new ArrayList<>();
        byId.forEach((id, claimants) -> {
            if (claimants.size() == 1) {
                plugins.add(claimants.getFirst());
            } else {
                claimants.forEach(claimant -> refused.add(new RefusedPlugin(
                        claimant.location(),
                        "the id " + id + " is claimed by " + claimants.size() + " plugins; leave one of them here")));
            }
        });
        refused.sort(Comparator.comparing(RefusedPlugin::location));
        return new PluginSet(plugins, refused);
    }

    private static List<Path> locations(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry ->
                            Files.isDirectory(entry) || entry.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
