package pawl.kernel.contract;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written into a lock file.
 *
 * @param file of the lock
 * @param locked the plugins that were put into it
 * @param refused those that are no plugins, so were left out
 */
public record PluginLocking(Path file, List<PluginStatus> locked, List<PluginStatus> refused) {
    public PluginLocking {
        locked = List.copyOf(locked);
        refused = List.copyOf(refused);
    }
}
