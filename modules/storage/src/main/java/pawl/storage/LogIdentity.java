package pawl.storage;

import java.util.List;
import java.util.Optional;

/**
 * What made the bytes of a run, so that a validator knows what to run (D10). It says nothing of when or where.
 *
 * @param configurationSha256 the configuration's hash and its name in the store: 64 lower-case hexadecimal digits
 * @param plugins at most {@value #MOST_PLUGINS}; kept by kind and id, whatever the order they were loaded in
 * @param isSynthetic whether a market model made the inputs; no exchange sent them
 */
public record LogIdentity(String configurationSha256, List<PluginStamp> plugins, boolean isSynthetic) {
    /** As many as the header has room for. */
    public static final int MOST_PLUGINS = 28;

    /** Of recorded inputs. */
    public LogIdentity(String configurationSha256, List<PluginStamp> plugins) {
        this(configurationSha256, plugins, false);
    }

    /** @throws IllegalArgumentException when there are too many plugins, one twice, or the hash is none */
    public LogIdentity {
        Sha256.requireHex(configurationSha256);
        plugins = plugins.stream().sorted().toList();
        if (plugins.size() > MOST_PLUGINS) {
            throw new IllegalArgumentException(plugins.size() + " plugins; a log's header holds " + MOST_PLUGINS);
        }
        for (int i = 1; i < plugins.size(); i++) {
            if (plugins.get(i).compareTo(plugins.get(i - 1)) == 0) {
                throw new IllegalArgumentException("plugin " + plugins.get(i).id() + " is there twice");
            }
        }
    }

    /** Of the plugin of that kind and id; empty where it took no part. */
    public Optional<String> sha256Of(PluginStamp.Kind kind, String id) {
        return plugins.stream()
                .filter(stamp -> stamp.kind() == kind && stamp.id().equals(id))
                .map(PluginStamp::sha256)
                .findFirst();
    }

    /** The same plugins and inputs under another configuration. */
    public LogIdentity underConfiguration(String sha256) {
        return new LogIdentity(sha256, plugins, isSynthetic);
    }
}
