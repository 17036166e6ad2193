package pawl.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import pawl.api.feature.Feature;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.fsm.Dissipation;
import pawl.fsm.FeatureWeights;
import pawl.fsm.FeatureWeights.Part;
import pawl.fsm.FeatureWeights.Term;
import pawl.fsm.Threshold;
import pawl.fsm.TokenTable;
import pawl.kernel.engine.EnginePlan;
import pawl.plugin.exchange.binance.BinanceProvider;
import pawl.plugin.feature.standard.StandardFeatureExtractorProvider;
import pawl.plugin.tier.fixed.StaticTierPolicyProvider;
import pawl.storage.LogIdentity;

/** Engines as the shipped configuration makes them, put together without a plugins folder. */
final class BenchmarkPlans {
    private static final Settings NO_SETTINGS = Settings.of("benchmark", Map.of());
    private static final List<Tier> TIERS = List.of(new Tier("standard", 1, 1));

    private BenchmarkPlans() {}

    /** As many names of one length, in order. */
    static List<String> symbols(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "T" + Integer.toString(100_000 + i).substring(1) + "USDT")
                .toList();
    }

    static EnginePlan plan(List<String> symbols) {
        return plan(symbols, Long.MAX_VALUE);
    }

    static EnginePlan plan(List<String> symbols, long snapshotEveryTicks) {
        List<Token> tokens = new ArrayList<>();
        List<Instrument> instruments = new ArrayList<>();
        for (String symbol : symbols) {
            Token token = new Token(tokens.size(), symbol, "standard", -2, -3, -8, 480);
            instruments.add(new Instrument(tokens.size(), "binance", 0, symbol, token));
            tokens.add(token);
        }
        return new EnginePlan(
                List.of(new EnginePlan.Venue(
                        "binance",
                        "exchange-binance",
                        Optional.empty(),
                        new BinanceProvider().create(instruments, NO_SETTINGS),
                        instruments)),
                tokens,
                new LogIdentity("0".repeat(64), List.of()),
                new EnginePlan.FeaturePlugin(
                        "feature-standard",
                        new StandardFeatureExtractorProvider().create(List.of("binance"), NO_SETTINGS),
                        new StandardFeatureExtractorProvider().create(List.of("binance"), NO_SETTINGS)),
                new EnginePlan.TierPlugin(
                        "tier-static",
                        new StaticTierPolicyProvider().create(TIERS, NO_SETTINGS),
                        new StaticTierPolicyProvider().create(TIERS, NO_SETTINGS)),
                table(),
                new Dissipation(1_200, 8),
                weights(),
                weights(),
                BenchmarkGroups.clusters(tokens.size()),
                BenchmarkGroups.events(tokens.size()),
                false,
                240,
                4,
                1_200,
                snapshotEveryTicks);
    }

    private static TokenTable table() {
        Threshold threshold = new Threshold(0.6, 0.5, 20);
        return new TokenTable(threshold, threshold, threshold, threshold, threshold, threshold);
    }

    private static FeatureWeights weights() {
        List<Term> terms = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            terms.add(new Term(feature, 0.2, Part.MAGNITUDE));
        }
        return new FeatureWeights(terms, 0.4);
    }
}
