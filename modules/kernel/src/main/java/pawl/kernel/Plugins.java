package pawl.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginStatus;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginLoader;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.plugin.RefusedPlugin;

/** What a plugins folder offers. */
public final class Plugins {
    private Plugins() {}

    /** Every entry of the folder, in order of id. */
    public static List<PluginStatus> list(Path folder) throws PawlException {
        PluginSet set = load(folder);
        List<PluginStatus> statuses = new ArrayList<>();
        for (LoadedPlugin plugin : set.plugins()) {
            statuses.add(new PluginStatus(
                    plugin.id(),
                    plugin.kind().prefix(),
                    plugin.version(),
                    plugin.sha256(),
                    plugin.location(),
                    Optional.empty()));
        }
        for (RefusedPlugin refused : set.refused()) {
            statuses.add(new PluginStatus(
                    String.valueOf(refused.location().getFileName()),
                    "",
                    "",
                    "",
                    refused.location(),
                    Optional.of(refused.cause())));
        }
        statuses.sort(Comparator.comparing(PluginStatus::id).thenComparing(PluginStatus::location));
        return statuses;
    }

    static PluginSet load(Path folder) throws PawlException {
        try {
            return PluginLoader.load(folder);
        } catch (IOException e) {
            throw new PawlException(
                    Kind.USAGE,
                    folder + " is no plugins folder that can be read (" + e + "); name one with --plugins",
                    e);
        }
    }
}
