package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A plugin that was loaded from a copy of its files in a folder of this process's own: it stays what it is, whatever happens to the
 * plugins folder.
 *
 * @param plugin with the location that it was copied from
 * @param jars the copies, in order of name
 */
public record PluginCopy(LoadedPlugin plugin, List<Path> jars) {
    public PluginCopy {
        jars = List.copyOf(jars);
    }

    /**
     * Copies a plugin and loads it once more.
     *
     * @throws IOException when its files cannot be copied, or are not those any more that it was loaded from
     */
    public static PluginCopy of(LoadedPlugin original) throws IOException, PluginRefusedException {
        Path folder = Files.createDirectory(PrivateFolders.make().resolve(original.id()));
        List<Path> copies = new ArrayList<>();
        for (Path jar : PluginFiles.of(original.location(), PluginLimits.STANDARD).jars()) {
            copies.add(Files.copy(jar, folder.resolve(String.valueOf(jar.getFileName()))));
        }
        LoadedPlugin copy = PluginLoader.open(folder);
        if (!copy.sha256().equals(original.sha256())) {
            throw new IOException("the files of " + original.location() + " changed while they were read");
        }
        return new PluginCopy(
                new LoadedPlugin(
                        copy.id(),
                        copy.kind(),
                        copy.provider(),
                        copy.version(),
                        copy.sha256(),
                        original.location(),
                        copy.api()),
                copies);
    }
}
