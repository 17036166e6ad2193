package pawl.capture;

import java.util.List;
import java.util.Optional;

/**
 * What a capture says it was recorded under, so that a replay can do the same (D10).
 *
 * @param configurationSha256 of the configuration's canonical JSON: 64 lower-case hexadecimal digits
 * @param plugins in order of kind and id
 * @param configurationJson the configuration itself, which lies beside the captures; empty where it does not
 */
public record RecordedUnder(
        String configurationSha256, List<PluginIdentity> plugins, Optional<String> configurationJson) {
    public RecordedUnder {
        plugins = List.copyOf(plugins);
    }

    boolean isSameAs(RecordedUnder other) {
        return configurationSha256.equals(other.configurationSha256) && plugins.equals(other.plugins);
    }

    /** How this differs from another that is not the same. */
    String difference(RecordedUnder other) {
        if (!configurationSha256.equals(other.configurationSha256)) {
            return "configuration " + configurationSha256 + " and not " + other.configurationSha256;
        }
        return "plugins " + without(plugins, other.plugins) + " and not " + without(other.plugins, plugins);
    }

    private static String without(List<PluginIdentity> plugins, List<PluginIdentity> others) {
        return plugins.stream()
                .filter(plugin -> !others.contains(plugin))
                .map(PluginIdentity::toString)
                .toList()
                .toString();
    }
}
