package pawl.api.plugin;

/** What every plugin's service provider has in common. Created by ServiceLoader, so it has a public constructor of no arguments. */
public interface PluginProvider {
    /** The plugin's permanent id: lower-case letters, digits and hyphens, its kind first, for example {@code exchange-binance}. */
    String id();
}
