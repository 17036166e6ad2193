package pawl.config;

import java.util.ArrayList;
import java.util.List;
import pawl.api.tier.Tier;
import pawl.api.token.Token;

/**
 * One engine's configuration, checked, with every default filled in. Immutable.
 *
 * @param venues in order of priority inside a flush; not empty
 * @param tiers the most liquid first; not empty
 * @param tokens in order of name, each at the position that its index states; not empty
 * @param features the feature extractor
 * @param clusters in order of name
 * @param events the calendar, in order of name
 * @param origin what the records above were made from
 */
public record Configuration(
        List<VenueConfiguration> venues,
        List<Tier> tiers,
        String defaultTier,
        List<Token> tokens,
        PluginChoice features,
        PluginChoice tierPolicy,
        PluginChoice storage,
        EngineConfiguration engine,
        TokenMachineConfiguration tokenMachine,
        List<ClusterConfiguration> clusters,
        ClusterMachineConfiguration clusterMachine,
        List<EventConfiguration> events,
        EventPhaseConfiguration eventPhases,
        ConfigurationOrigin origin) {
    public Configuration {
        venues = List.copyOf(venues);
        tiers = List.copyOf(tiers);
        tokens = List.copyOf(tokens);
        clusters = List.copyOf(clusters);
        events = List.copyOf(events);
    }

    /**
     * The whole configuration as one JSON text, in UTF-8, the same for all files that mean the same: see
     * {@code docs/configuration.md}. It can be read again with {@link ConfigurationReader#read(String, byte[])}.
     */
    public byte[] canonicalJson() {
        return origin.canonicalJson();
    }

    /** SHA-256 of {@link #canonicalJson}, 64 lower-case hexadecimal digits: what log headers name (D10). */
    public String sha256() {
        return origin.sha256();
    }

    /** Whether two mean the same but for their calendars of events; clusters that events make must be the same (E7). */
    public boolean differsOnlyInCalendar(Configuration other) {
        return clusters.equals(other.clusters)
                && origin.sha256WithoutCalendar().equals(other.origin.sha256WithoutCalendar());
    }

    /** Every place that names a plugin, in order of the keys of {@link Configuration}. */
    public List<PluginUse> pluginUses() {
        List<PluginUse> uses = new ArrayList<>();
        for (VenueConfiguration venue : venues) {
            uses.add(use(venue.adapter(), PluginUse.Kind.EXCHANGE_ADAPTER));
        }
        uses.add(use(features, PluginUse.Kind.FEATURE_EXTRACTOR));
        uses.add(use(tierPolicy, PluginUse.Kind.TIER_POLICY));
        uses.add(use(storage, PluginUse.Kind.STORAGE));
        return List.copyOf(uses);
    }

    private static PluginUse use(PluginChoice choice, PluginUse.Kind kind) {
        return new PluginUse(choice.path(), choice.id(), kind);
    }

    /** A problem that only the engine can see, such as a plugin that is not there, with its file and line. */
    public ConfigurationProblem problem(String path, String message) {
        return new ConfigurationProblem(origin.file(), origin.line(path), path, message);
    }

    /**
     * This configuration with more tokens, whatever order they come in; its hash covers them.
     *
     * @throws ConfigurationException when one has a name or an instrument that is taken, or that no configuration could have
     */
    public Configuration withTokens(List<DiscoveredToken> discovered) throws ConfigurationException {
        return ConfigurationReader.extend(this, discovered);
    }
}
