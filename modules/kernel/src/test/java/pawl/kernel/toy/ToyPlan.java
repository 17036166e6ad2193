package pawl.kernel.toy;

import java.util.List;
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
        TierPolicy tiers,
        boolean conflatesBookTicker,
        long outageTicks,
        long snapshotEveryTicks,
        String configurationSha256,
        ToyGroups groups) {

    public static final List<Token> TOKENS = List.of(token(0, "AAA"), token(1, "BBB"), token(2, "CCC"));
    public static final ToyPlan STANDARD =
            new ToyPlan(new ToyFeatures(), new ToyTiers(), false, 20, 16, "0".repeat(64), ToyGroups.NONE);

    public ToyPlan withFeatures(FeatureExtractor other) {
        return new ToyPlan(
                other, tiers, conflatesBookTicker, outageTicks, snapshotEveryTicks, configurationSha256, groups);
    }

    public ToyPlan withTiers(TierPolicy other) {
        return new ToyPlan(
                features, other, conflatesBookTicker, outageTicks, snapshotEveryTicks, configurationSha256, groups);
    }

    public ToyPlan withConflation() {
        return new ToyPlan(features, tiers, true, outageTicks, snapshotEveryTicks, configurationSha256, groups);
    }

    public ToyPlan withSnapshotEveryTicks(long ticks) {
        return new ToyPlan(features, tiers, conflatesBookTicker, outageTicks, ticks, configurationSha256, groups);
    }

    public ToyPlan withConfigurationSha256(String other) {
        return new ToyPlan(features, tiers, conflatesBookTicker, outageTicks, snapshotEveryTicks, other, groups);
    }

    public ToyPlan withGroups(ToyGroups other) {
        return new ToyPlan(
                features, tiers, conflatesBookTicker, outageTicks, snapshotEveryTicks, configurationSha256, other);
    }

    public EnginePlan plan() {
        return new EnginePlan(
                List.of(venue("alpha", 0, "AAA", "BBB", "CCC"), venue("beta", 1, "aaa", "bbb")),
                TOKENS,
                new LogIdentity(
                        configurationSha256,
                        List.of(new PluginStamp(PluginStamp.Kind.EXCHANGE, "exchange-toy", "1", "1".repeat(64)))),
                new EnginePlan.FeaturePlugin("feature-toy", features),
                new EnginePlan.TierPlugin("tier-toy", tiers),
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
        return new EnginePlan.Venue(name, "exchange-" + name, adapter, instruments);
    }
}
