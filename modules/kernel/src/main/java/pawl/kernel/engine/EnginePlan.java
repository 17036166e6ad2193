package pawl.kernel.engine;

import java.util.List;
import java.util.Optional;
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

    /** The same engine, whose headers name something else. */
    public EnginePlan withIdentity(LogIdentity other) {
        return with(venues, other);
    }

    /** The same engine, whose venues have other adapters. */
    public EnginePlan withVenues(List<Venue> others) {
        return with(others, identity);
    }

    private EnginePlan with(List<Venue> otherVenues, LogIdentity otherIdentity) {
        return new EnginePlan(
                otherVenues,
                tokens,
                otherIdentity,
                features,
                tiers,
                tokenTable,
                dissipation,
                heatWeights,
                releaseWeights,
                clusters,
                events,
                conflatesBookTicker,
                staleAfterTicks,
                gapHoldTicks,
                outageTicks,
                snapshotEveryTicks);
    }

    /**
     * One venue.
     *
     * @param name as configured
     * @param pluginId of its adapter
     * @param pluginSha256 of the very build that made the adapter; empty where nobody hashed it
     * @param instruments the adapter's, each at the position that its index states
     */
    public record Venue(
            String name,
            String pluginId,
            Optional<String> pluginSha256,
            ExchangeAdapter adapter,
            List<Instrument> instruments) {}

    /**
     * The feature extractor and the plugin that gave it.
     *
     * @param witness a second one, which is asked now and then whether it would say the same
     */
    public record FeaturePlugin(String pluginId, FeatureExtractor extractor, FeatureExtractor witness) {}

    /**
     * The tier policy and the plugin that gave it.
     *
     * @param witness a second one, which is asked now and then whether it would say the same
     */
    public record TierPlugin(String pluginId, TierPolicy policy, TierPolicy witness) {}
}
