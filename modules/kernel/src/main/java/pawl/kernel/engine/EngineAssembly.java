package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureExtractorProvider;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.SettingsException;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.config.Configuration;
import pawl.config.MeasureWeight;
import pawl.config.PluginChoice;
import pawl.config.PluginUse;
import pawl.config.RingStep;
import pawl.config.StepConfiguration;
import pawl.config.TokenMachineConfiguration;
import pawl.config.VenueConfiguration;
import pawl.fsm.Dissipation;
import pawl.fsm.FeatureWeights;
import pawl.fsm.Threshold;
import pawl.fsm.TokenTable;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.storage.LogIdentity;
import pawl.storage.PluginStamp;

/** Puts an engine's parts together: what the configuration names, from the plugins that are there. */
public final class EngineAssembly {
    private static final int MOST_STATE_WORDS = 1 << 16;

    private final Configuration configuration;
    private final PluginSet plugins;
    private final boolean isSynthetic;

    public EngineAssembly(Configuration configuration, PluginSet plugins) {
        this(configuration, plugins, false);
    }

    /** @param isSynthetic whether a market model makes the inputs */
    public EngineAssembly(Configuration configuration, PluginSet plugins, boolean isSynthetic) {
        this.isSynthetic = isSynthetic;
        this.configuration = configuration;
        this.plugins = plugins;
    }

    /** Each plugin that the configuration names and the folder lacks, or cannot use, in one line. */
    public List<String> missingPlugins() {
        List<String> problems = new ArrayList<>();
        for (PluginUse use : configuration.pluginUses()) {
            PluginKind kind = kindOf(use.kind());
            if (plugins.find(kind, use.id()).isEmpty()) {
                problems.add(configuration
                        .problem(use.path(), "there is no plugin " + use.id() + "; " + whatThereIs(kind, use.id()))
                        .toString());
            }
        }
        return problems;
    }

    private String whatThereIs(PluginKind kind, String id) {
        Optional<String> refusal = plugins.refused().stream()
                .filter(refused -> String.valueOf(refused.location().getFileName())
                        .replaceFirst("\\.jar$", "")
                        .equals(id))
                .map(refused -> "the one in " + refused.location() + " was refused: " + refused.cause())
                .findFirst();
        List<String> ids = plugins.plugins().stream()
                .filter(plugin -> plugin.kind() == kind)
                .map(LoadedPlugin::id)
                .toList();
        return refusal.orElse(
                ids.isEmpty()
                        ? "the plugins folder has none of kind " + kind.prefix()
                        : "of kind " + kind.prefix() + " there are " + String.join(", ", ids));
    }

    /** @throws PawlException when a plugin is missing, takes no such settings, or fails when its part is created */
    public EnginePlan plan() throws PawlException {
        List<String> missing = missingPlugins();
        if (!missing.isEmpty()) {
            throw new PawlException(Kind.USAGE, String.join("\n", missing));
        }
        return assemble();
    }

    /** What a plugin creates. */
    private <T> T created(PluginChoice choice, Supplier<T> creation) throws PawlException {
        try {
            return Objects.requireNonNull(creation.get(), "it made nothing");
        } catch (SettingsException e) {
            throw new PawlException(Kind.USAGE, configuration.origin().file() + ": " + e.getMessage(), e);
        } catch (Throwable e) {
            PluginErrors.rethrowFatal(e);
            throw new PawlException(
                    Kind.INVARIANT, "plugin " + choice.id() + " failed when it was to create its part: " + e, e);
        }
    }

    private EnginePlan assemble() throws PawlException {
        TokenMachineConfiguration machine = configuration.tokenMachine();
        return new EnginePlan(
                venues(),
                configuration.tokens(),
                identity(),
                features(configuration.features()),
                tiers(configuration.tierPolicy()),
                table(machine),
                new Dissipation(
                        machine.dissipation().afterTicks(),
                        machine.dissipation().dwellTicks()),
                weights(machine.heat(), machine.minimumFeatureWeight()),
                weights(machine.release(), machine.minimumFeatureWeight()),
                GroupAssembly.clusters(configuration),
                GroupAssembly.events(configuration),
                configuration.engine().conflateBookTicker(),
                machine.staleAfterTicks(),
                machine.gapHoldTicks(),
                configuration.engine().outageTicks(),
                configuration.engine().snapshotEveryTicks());
    }

    private List<EnginePlan.Venue> venues() throws PawlException {
        List<EnginePlan.Venue> venues = new ArrayList<>();
        for (VenueConfiguration venue : configuration.venues()) {
            ExchangeAdapterProvider provider =
                    provider(ExchangeAdapterProvider.class, PluginKind.EXCHANGE, venue.adapter());
            venues.add(new EnginePlan.Venue(
                    venue.name(),
                    venue.adapter().id(),
                    plugins.find(PluginKind.EXCHANGE, venue.adapter().id()).map(LoadedPlugin::sha256),
                    created(
                            venue.adapter(),
                            () -> provider.create(
                                    venue.instruments(), venue.adapter().settings())),
                    venue.instruments()));
        }
        return List.copyOf(venues);
    }

    private EnginePlan.FeaturePlugin features(PluginChoice choice) throws PawlException {
        FeatureExtractorProvider provider = provider(FeatureExtractorProvider.class, PluginKind.FEATURE, choice);
        List<String> venues =
                configuration.venues().stream().map(VenueConfiguration::name).toList();
        FeatureExtractor extractor = created(choice, () -> provider.create(venues, choice.settings()));
        FeatureExtractor witness = created(choice, () -> provider.create(venues, choice.settings()));
        requireStateWords(choice, extractor::stateWords, witness::stateWords);
        return new EnginePlan.FeaturePlugin(choice.id(), extractor, witness);
    }

    private EnginePlan.TierPlugin tiers(PluginChoice choice) throws PawlException {
        TierPolicyProvider provider = provider(TierPolicyProvider.class, PluginKind.TIER, choice);
        TierPolicy policy = created(choice, () -> provider.create(configuration.tiers(), choice.settings()));
        TierPolicy witness = created(choice, () -> provider.create(configuration.tiers(), choice.settings()));
        requireStateWords(choice, policy::stateWords, witness::stateWords);
        return new EnginePlan.TierPlugin(choice.id(), policy, witness);
    }

    private void requireStateWords(PluginChoice choice, Supplier<Integer> words, Supplier<Integer> witnessed)
            throws PawlException {
        int first = created(choice, words);
        int second = created(choice, witnessed);
        if (first < 0 || first > MOST_STATE_WORDS || second != first) {
            throw new PawlException(
                    Kind.INVARIANT,
                    "plugin " + choice.id() + " keeps " + first + " words of state, and a second instance of it "
                            + second + "; one number from 0 to " + MOST_STATE_WORDS + " is allowed (D9)");
        }
    }

    private <P extends PluginProvider> P provider(Class<P> service, PluginKind kind, PluginChoice choice) {
        return service.cast(plugins.find(kind, choice.id()).orElseThrow().provider());
    }

    private LogIdentity identity() {
        List<PluginStamp> stamps = configuration.pluginUses().stream()
                .map(use -> plugins.find(kindOf(use.kind()), use.id()).orElseThrow())
                .distinct()
                .map(plugin ->
                        new PluginStamp(stampKind(plugin.kind()), plugin.id(), plugin.version(), plugin.sha256()))
                .toList();
        return new LogIdentity(configuration.sha256(), stamps, isSynthetic);
    }

    private static PluginKind kindOf(PluginUse.Kind kind) {
        return switch (kind) {
            case EXCHANGE_ADAPTER -> PluginKind.EXCHANGE;
            case FEATURE_EXTRACTOR -> PluginKind.FEATURE;
            case TIER_POLICY -> PluginKind.TIER;
            case STORAGE -> PluginKind.STORAGE;
        };
    }

    private static PluginStamp.Kind stampKind(PluginKind kind) {
        return switch (kind) {
            case EXCHANGE -> PluginStamp.Kind.EXCHANGE;
            case FEATURE -> PluginStamp.Kind.FEATURE;
            case TIER -> PluginStamp.Kind.TIER;
            case STORAGE -> PluginStamp.Kind.STORAGE;
        };
    }

    private static TokenTable table(TokenMachineConfiguration machine) {
        return new TokenTable(
                threshold(machine.step(RingStep.PRESSURE)),
                threshold(machine.step(RingStep.FRAGILE)),
                threshold(machine.step(RingStep.TRIGGER_READY)),
                threshold(machine.step(RingStep.UNWIND)),
                threshold(machine.step(RingStep.COOLDOWN)),
                threshold(machine.step(RingStep.BUILD)));
    }

    private static Threshold threshold(StepConfiguration step) {
        return new Threshold(step.enter(), step.exit(), step.persistTicks());
    }

    private static FeatureWeights weights(List<MeasureWeight> weights, double leastValidShare) {
        return new FeatureWeights(
                weights.stream()
                        .map(weight -> new FeatureWeights.Term(weight.feature(), weight.weight(), part(weight.part())))
                        .toList(),
                leastValidShare);
    }

    private static FeatureWeights.Part part(MeasureWeight.Part part) {
        return switch (part) {
            case POSITIVE -> FeatureWeights.Part.POSITIVE;
            case NEGATIVE -> FeatureWeights.Part.NEGATIVE;
            case MAGNITUDE -> FeatureWeights.Part.MAGNITUDE;
        };
    }
}
