package pawl.kernel.contract;

import java.util.List;

/**
 * What a plugins folder holds.
 *
 * @param plugins every entry, in order of id
 * @param warnings what is no reason to refuse a plugin and should be known, a line each
 */
public record PluginListing(List<PluginStatus> plugins, List<String> warnings) {
    public PluginListing {
        plugins = List.copyOf(plugins);
        warnings = List.copyOf(warnings);
    }
}
