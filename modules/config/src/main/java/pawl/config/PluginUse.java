package pawl.config;

/**
 * A place where the configuration names a plugin, for checking that there is one.
 *
 * @param path where the id stands, for example {@code venues[0].adapter}
 */
public record PluginUse(String path, String id, Kind kind) {

    /** The kinds of plugin (D11). */
    public enum Kind {
        EXCHANGE_ADAPTER,
        FEATURE_EXTRACTOR,
        TIER_POLICY,
        STORAGE
    }
}
