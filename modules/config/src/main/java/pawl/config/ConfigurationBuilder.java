package pawl.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.feature.Feature;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the records out of a tree that is checked and has its defaults. */
final class ConfigurationBuilder {
    private final JsonNode root;
    private final List<JsonNode> tokenNodes = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();

    private ConfigurationBuilder(JsonNode root) {
        this.root = root;
        tokenNodes.addAll(root.path("tokens").values());
        tokenNodes.sort(Comparator.comparing(token -> text(token, "name")));
        for (JsonNode token : tokenNodes) {
            tokens.add(token(tokens.size(), token));
        }
    }

    /** Problems that only the whole can have, such as a cluster without members, go to the list; what is returned is then not to be used. */
    static Configuration build(JsonNode root, ProblemList problems) {
        ConfigurationBuilder builder = new ConfigurationBuilder(root);
        List<VenueConfiguration> venues = new ArrayList<>();
        for (JsonNode venue : root.path("venues").values()) {
            venues.add(builder.venue(venues.size(), venue));
        }
        List<Tier> tiers = root.path("tiers").values().stream()
                .map(tier ->
                        new Tier(text(tier, "name"), number(tier, "thresholdMultiplier"), number(tier, "memberWeight")))
                .toList();
        Ontology ontology = Ontology.resolve(root, builder.tokenNodes, problems);
        return new Configuration(
                venues,
                tiers,
                text(root, "defaultTier"),
                builder.tokens,
                builder.plugin("features"),
                builder.plugin("tierPolicy"),
                builder.plugin("storage"),
                engine(root.path("engine")),
                tokenMachine(root.path("tokenMachine")),
                GroupReading.clusters(ontology),
                GroupReading.clusterMachine(root.path("clusterMachine")),
                GroupReading.events(ontology),
                GroupReading.eventPhases(root.path("eventPhases")),
                new ConfigurationOrigin(problems.lines(), (ObjectNode) root));
    }

    private static Token token(int index, JsonNode token) {
        return new Token(
                index,
                text(token, "name"),
                text(token, "tier"),
                whole(token, "priceExponent"),
                whole(token, "quantityExponent"),
                whole(token, "markExponent"),
                whole(token, "fundingIntervalMinutes"));
    }

    private VenueConfiguration venue(int index, JsonNode venue) {
        String name = text(venue, "name");
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            JsonNode listed = tokenNodes.get(i).path("instruments").path(name);
            if (!listed.isMissingNode()) {
                instruments.add(new Instrument(
                        instruments.size(),
                        name,
                        index,
                        InstrumentReading.symbol(listed).orElseThrow(),
                        tokens.get(i),
                        InstrumentReading.contractSize(listed)));
            }
        }
        return new VenueConfiguration(name, plugin(SourceLines.item("venues", index), "adapter", venue), instruments);
    }

    private PluginChoice plugin(String key) {
        return plugin(key, "plugin", root.path(key));
    }

    private static PluginChoice plugin(String path, String idKey, JsonNode node) {
        Map<String, Object> values = new TreeMap<>();
        node.path("settings").forEachEntry((key, value) -> values.put(key, setting(value)));
        return new PluginChoice(
                SourceLines.key(path, idKey),
                text(node, idKey),
                Settings.of(SourceLines.key(path, "settings"), values));
    }

    private static Object setting(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isLong() ? (Object) value.longValue() : (Object) value.doubleValue();
    }

    private static EngineConfiguration engine(JsonNode engine) {
        return new EngineConfiguration(
                engine.path("conflateBookTicker").booleanValue(),
                whole(engine, "outageTicks"),
                whole(engine, "snapshotEveryTicks"));
    }

    private static TokenMachineConfiguration tokenMachine(JsonNode machine) {
        List<StepConfiguration> steps = new ArrayList<>();
        for (RingStep into : RingStep.values()) {
            JsonNode step = machine.path("steps").path(into.configurationName());
            steps.add(new StepConfiguration(
                    into, number(step, "enter"), number(step, "exit"), whole(step, "persistTicks")));
        }
        JsonNode dissipation = machine.path("dissipation");
        return new TokenMachineConfiguration(
                whole(machine, "staleAfterTicks"),
                whole(machine, "gapHoldTicks"),
                number(machine, "minimumFeatureWeight"),
                measure(machine.path("heat")),
                measure(machine.path("release")),
                steps,
                new DissipationConfiguration(whole(dissipation, "afterTicks"), whole(dissipation, "dwellTicks")));
    }

    private static List<MeasureWeight> measure(JsonNode measure) {
        List<MeasureWeight> weights = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            JsonNode share = measure.path(feature.configurationName());
            if (share.isObject() && number(share, "weight") > 0) {
                MeasureWeight.Part part =
                        MeasureWeight.Part.valueOf(text(share, "part").toUpperCase(Locale.ROOT));
                weights.add(new MeasureWeight(feature, number(share, "weight"), part));
            }
        }
        return weights;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).stringValue();
    }

    private static int whole(JsonNode node, String key) {
        return node.path(key).intValue();
    }

    private static double number(JsonNode node, String key) {
        return node.path(key).doubleValue();
    }
}
