package pawl.kernel.engine;

import java.util.List;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.feature.FeatureExtractor;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.fsm.Dissipation;
import pawl.fsm.FeatureWeights;
import pawl.fsm.TokenTable;
import pawl.storage.LogIdentity;

/**
 * All that an engine is made of, checked and ready: the configuration's meaning and the plugins' parts.
 *
 * @param venues in order of priority
 * @param tokens each at the position that its index states
 * @param identity what the headers of its logs name
 * @param outageTicks how long no frame at all may come before the silence is one logged gap
 * @param snapshotEveryTicks between scheduled snapshots
 */
public record EnginePlan(
        List<Venue> venues,
        List<Token> tokens,
        LogIdentity identity,
        FeaturePlugin features,
        TierPlugin tiers,
        TokenTable tokenTable,
        Dissipation dissipation,
        FeatureWeights heatWeights,
        FeatureWeights releaseWeights,
        ClusterRules clusters,
        EventRules events,
        boolean conflatesBookTicker,
        int staleAfterTicks,
        int gapHoldTicks,
        long outageTicks,
        long snapshotEveryTicks) {

    /**
     * One venue.
     *
     * @param name as configured
     * @param pluginId of its adapter
     * @param instruments the adapter's, each at the position that its index states
     */
    public record Venue(String name, String pluginId, ExchangeAdapter adapter, List<Instrument> instruments) {}

    /** The feature extractor and the plugin that gave it. */
    public record FeaturePlugin(String pluginId, FeatureExtractor extractor) {}

    /** The tier policy and the plugin that gave it. */
    public record TierPlugin(String pluginId, TierPolicy policy) {}
}
