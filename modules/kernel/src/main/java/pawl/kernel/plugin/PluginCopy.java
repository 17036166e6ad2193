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
     * Copies a plugin and makes its provider once more. What was checked of it is not checked again: its bytes are the same.
     *
     * @throws IOException when its files cannot be copied, or are not those any more that it was loaded from
     */
    public static PluginCopy of(LoadedPlugin original) throws IOException, PluginRefusedException {
        Path folder = PrivateFolders.make();
        List<Path> copies = new ArrayList<>();
        for (Path jar :
                PluginFiles.of(original.location(), PluginLimits.STANDARD).jars()) {
            copies.add(Files.copy(jar, folder.resolve(String.valueOf(jar.getFileName()))));
        }
        if (!PluginOpening.hash(copies).equals(original.sha256())) {
            throw new IOException("the files of " + original.location() + " changed while they were read");
        }
        PluginLayer modules = PluginLayer.of(copies);
        ModuleLayer layer = modules.define(modules.resolve());
        ProviderStart.Started started = ProviderStart.start(layer, original.kind(), PluginLimits.STANDARD);
        return new PluginCopy(
                new LoadedPlugin(
                        original.id(),
                        original.kind(),
                        started.provider(),
                        original.version(),
                        original.sha256(),
                        original.location(),
                        original.api()),
                copies);
    }
}
