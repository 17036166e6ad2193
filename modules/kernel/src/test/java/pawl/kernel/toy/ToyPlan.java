package pawl.kernel.toy;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.fsm.Dissipation;
import pawl.fsm.FeatureWeights;
import pawl.fsm.FeatureWeights.Part;
import pawl.fsm.FeatureWeights.Term;
import pawl.fsm.Threshold;
import pawl.fsm.TokenTable;
import pawl.kernel.engine.EnginePlan;
import pawl.storage.LogIdentity;
import pawl.storage.PluginStamp;

/** An engine of toys: tokens AAA, BBB and CCC at venue alpha, the first two at beta, in small letters, too. */
public record ToyPlan(
        FeatureExtractor features,
        FeatureExtractor featureWitness,
        TierPolicy tiers,
        TierPolicy tierWitness,
        boolean conflatesBookTicker,
        long outageTicks,
        long snapshotEveryTicks,
        String configurationSha256,
        ToyGroups groups) {

    /** Of the plugins that made the venues' adapters. */
    public static final String ADAPTER_SHA256 = "1".repeat(64);

    public static final List<Token> TOKENS = List.of(token(0, "AAA"), token(1, "BBB"), token(2, "CCC"));
    public static final ToyPlan STANDARD = new ToyPlan(
            new ToyFeatures(),
            new ToyFeatures(),
            new ToyTiers(),
            new ToyTiers(),
            false,
            20,
            16,
            "0".repeat(64),
            ToyGroups.NONE);

    /** An extractor without memory of its own is its own witness. */
    public ToyPlan withFeatures(FeatureExtractor other) {
        return withFeatures(other, other);
    }

    public ToyPlan withFeatures(FeatureExtractor other, FeatureExtractor otherWitness) {
        return new ToyPlan(
                other,
                otherWitness,
                tiers,
                tierWitness,
                conflatesBookTicker,
                outageTicks,
                snapshotEveryTicks,
                configurationSha256,
                groups);
    }

    /** A policy without memory of its own is its own witness. */
    public ToyPlan withTiers(TierPolicy other) {
        return withTiers(other, other);
    }

    public ToyPlan withTiers(TierPolicy other, TierPolicy otherWitness) {
        return new ToyPlan(
                features,
                featureWitness,
                other,
                otherWitness,
                conflatesBookTicker,
                outageTicks,
                snapshotEveryTicks,
                configurationSha256,
                groups);
    }

    public ToyPlan withConflation() {
        return new ToyPlan(
                features,
                featureWitness,
                tiers,
                tierWitness,
                true,
                outageTicks,
                snapshotEveryTicks,
                configurationSha256,
                groups);
    }

    public ToyPlan withSnapshotEveryTicks(long ticks) {
        return new ToyPlan(
                features,
                featureWitness,
                tiers,
                tierWitness,
                conflatesBookTicker,
                outageTicks,
                ticks,
                configurationSha256,
                groups);
    }

    public ToyPlan withConfigurationSha256(String other) {
        return new ToyPlan(
                features,
                featureWitness,
                tiers,
                tierWitness,
                conflatesBookTicker,
                outageTicks,
                snapshotEveryTicks,
                other,
                groups);
    }

    public ToyPlan withGroups(ToyGroups other) {
        return new ToyPlan(
                features,
                featureWitness,
                tiers,
                tierWitness,
                conflatesBookTicker,
                outageTicks,
                snapshotEveryTicks,
                configurationSha256,
                other);
    }

    public EnginePlan plan() {
        return new EnginePlan(
                List.of(venue("alpha", 0, "AAA", "BBB", "CCC"), venue("beta", 1, "aaa", "bbb")),
                TOKENS,
                new LogIdentity(configurationSha256, List.of(stamp("exchange-alpha"), stamp("exchange-beta"))),
                new EnginePlan.FeaturePlugin("feature-toy", features, featureWitness),
                new EnginePlan.TierPlugin("tier-toy", tiers, tierWitness),
                new TokenTable(
                        new Threshold(0.5, 0.4, 2),
                        new Threshold(0.55, 0.45, 2),
                        new Threshold(0.6, 0.5, 2),
                        new Threshold(0.4, 0.3, 1),
                        new Threshold(0.4, 0.3, 2),
                        new Threshold(0.5, 0.4, 2)),
                new Dissipation(6, 2),
                new FeatureWeights(List.of(new Term(Feature.COMPRESSION, 1, Part.POSITIVE)), 1),
                new FeatureWeights(List.of(new Term(Feature.LIQUIDITY_STRESS, 1, Part.POSITIVE)), 1),
                groups.clusters(),
                groups.events(),
                conflatesBookTicker,
                8,
                2,
                outageTicks,
                snapshotEveryTicks);
    }

    private static Token token(int index, String name) {
        return new Token(index, name, "middle", -2, -1, -4, 480);
    }

    private static EnginePlan.Venue venue(String name, int venueIndex, String... symbols) {
        List<Instrument> instruments = TOKENS.subList(0, symbols.length).stream()
                .map(token -> new Instrument(token.index(), name, venueIndex, symbols[token.index()], token))
                .toList();
        ExchangeAdapter adapter = new ToyAdapter(instruments);
        return new EnginePlan.Venue(name, "exchange-" + name, Optional.of(ADAPTER_SHA256), adapter, instruments);
    }

    private static PluginStamp stamp(String id) {
        return new PluginStamp(PluginStamp.Kind.EXCHANGE, id, "1", ADAPTER_SHA256);
    }
}
