package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The canonical form and its hash, which stand in every log's header. */
class ConfigurationHashTest {
    private static final String TINY = """
            version: 1
            venues: [{name: v, adapter: exchange-v, settings: {z: 1.50, a: "\\u00e9\\n\\"", b: true, c: 1e-7, d: 10.0}}]
            tiers: [{name: t, thresholdMultiplier: 1.0}]
            defaultTier: t
            tokens: [{name: X, priceExponent: -2, quantityExponent: 0, instruments: {v: X}}]
            features: {plugin: feature-f}
            tierPolicy: {plugin: tier-t}
            storage: {plugin: storage-s}
            """;

    /** As docs/configuration.md describes it; a change here is a change of every configuration's hash. */
    private static final String TINY_CANONICAL = "{\"clusterMachine\":{\"baselineGain\":1,\"baselineTicks\":345600,"
            + "\"dissipation\":{\"afterTicks\":2400,\"dwellTicks\":40},"
            + "\"minimumLiveMembers\":2,\"minimumLiveShare\":0.5,\"sizeGain\":0.5,"
            + "\"steps\":{\"calm\":{\"enter\":0.8,\"exit\":0.7,\"persistTicks\":480},"
            + "\"cooldown\":{\"enter\":0.8,\"exit\":0.7,\"persistTicks\":240},"
            + "\"fragile\":{\"enter\":0.3,\"exit\":0.2,\"persistTicks\":40},"
            + "\"heating\":{\"enter\":0.3,\"exit\":0.2,\"persistTicks\":40},"
            + "\"unwind\":{\"enter\":0.3,\"exit\":0.2,\"persistTicks\":20}}},"
            + "\"clusters\":[],\"defaultTier\":\"t\","
            + "\"engine\":{\"conflateBookTicker\":false,\"outageTicks\":1200,\"snapshotEveryTicks\":14400},"
            + "\"eventPhases\":{\"collapse\":{\"liquidityStress\":0.4,\"openInterestFall\":0.3,\"priceDrop\":0.05,"
            + "\"share\":{\"enter\":0.5,\"exit\":0.3,\"persistTicks\":80}},"
            + "\"multipliers\":{\"end\":{\"cluster\":0.9,\"token\":0.9},\"mid\":{\"cluster\":0.9,\"token\":0.9},"
            + "\"post\":{\"cluster\":1,\"token\":1},\"prep\":{\"cluster\":1,\"token\":1},"
            + "\"start\":{\"cluster\":0.95,\"token\":0.95}},\"persistTicks\":20},\"events\":[],"
            + "\"features\":{\"plugin\":\"feature-f\",\"settings\":{}},"
            + "\"storage\":{\"plugin\":\"storage-s\",\"settings\":{}},"
            + "\"tierPolicy\":{\"plugin\":\"tier-t\",\"settings\":{}},"
            + "\"tiers\":[{\"memberWeight\":1,\"name\":\"t\",\"thresholdMultiplier\":1}],"
            + "\"tokenMachine\":{\"dissipation\":{\"afterTicks\":1200,\"dwellTicks\":8},\"gapHoldTicks\":4,"
            + "\"heat\":{\"compression\":{\"part\":\"positive\",\"weight\":0.15},"
            + "\"divergence\":{\"part\":\"magnitude\",\"weight\":0.2},"
            + "\"fundingSkew\":{\"part\":\"magnitude\",\"weight\":0.2},"
            + "\"liquidityStress\":{\"part\":\"positive\",\"weight\":0.2},"
            + "\"openInterestVelocity\":{\"part\":\"positive\",\"weight\":0.25}},"
            + "\"minimumFeatureWeight\":0.4,"
            + "\"release\":{\"divergence\":{\"part\":\"magnitude\",\"weight\":0.2},"
            + "\"liquidityStress\":{\"part\":\"positive\",\"weight\":0.3},"
            + "\"openInterestVelocity\":{\"part\":\"negative\",\"weight\":0.5}},"
            + "\"staleAfterTicks\":240,"
            + "\"steps\":{\"build\":{\"enter\":0.7,\"exit\":0.6,\"persistTicks\":240},"
            + "\"cooldown\":{\"enter\":0.6,\"exit\":0.5,\"persistTicks\":40},"
            + "\"fragile\":{\"enter\":0.45,\"exit\":0.38,\"persistTicks\":20},"
            + "\"pressure\":{\"enter\":0.35,\"exit\":0.28,\"persistTicks\":20},"
            + "\"triggerReady\":{\"enter\":0.55,\"exit\":0.47,\"persistTicks\":12},"
            + "\"unwind\":{\"enter\":0.4,\"exit\":0.3,\"persistTicks\":8}}},"
            + "\"tokens\":[{\"attributes\":{},\"fundingIntervalMinutes\":480,\"instruments\":{\"v\":\"X\"},\"markExponent\":-8,"
            + "\"name\":\"X\",\"priceExponent\":-2,\"quantityExponent\":0,\"tier\":\"t\"}],"
            + "\"venues\":[{\"adapter\":\"exchange-v\",\"name\":\"v\","
            + "\"settings\":{\"a\":\"\u00e9\\u000a\\\"\",\"b\":true,\"c\":0.0000001,\"d\":10,\"z\":1.5}}],"
            + "\"version\":1}";

    @Test
    void goldenCanonicalFormAndHash() throws ConfigurationException {
        Configuration tiny = SampleConfiguration.read(TINY);
        assertThat(new String(tiny.canonicalJson(), StandardCharsets.UTF_8)).isEqualTo(TINY_CANONICAL);
        assertThat(tiny.sha256()).isEqualTo("9f0222f38c5f64f99ed9f9134b3d38d984256f10f689b28e50dce2739c29d3de");
    }

    @Test
    void canonicalFormReadsAsTheSameConfiguration() throws ConfigurationException {
        Configuration shipped = ConfigurationReader.read(SampleConfiguration.shippedFolder());
        Configuration again = ConfigurationReader.read("canonical", shipped.canonicalJson());
        assertThat(again.canonicalJson()).isEqualTo(shipped.canonicalJson());
        assertThat(again.tokens()).isEqualTo(shipped.tokens());
        assertThat(again.tokenMachine()).isEqualTo(shipped.tokenMachine());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, true",
        "1, 1.0, true",
        "100, 1e2, true",
        "0.1, 0.10000000000000000555, true",
        "0.1, 1E-1, true",
        "0, -0.0, true",
        "1e30, 1000000000000000000000000000000, true",
        "9007199254740993, 9007199254740992, false",
        "9223372036854775807, 9223372036854775806, false",
        "0.1, 0.1000001, false",
        "1, '''1''', false",
    })
    void waysToWriteANumber(String one, String other, boolean isSame) throws ConfigurationException {
        boolean isEqual = hashWithSetting(one).equals(hashWithSetting(other));
        assertThat(isEqual).isEqualTo(isSame);
    }

    private static String hashWithSetting(String number) throws ConfigurationException {
        return SampleConfiguration.read(TINY.replace("z: 1.50", "z: " + number)).sha256();
    }

    @Test
    void everyChangeOfMeaningChangesTheHash() throws ConfigurationException {
        List<String> hashes = new ArrayList<>();
        for (String text : List.of(
                TINY,
                TINY.replace("b: true", "b: false"),
                TINY.replace("name: X,", "name: X, markExponent: -9,"),
                TINY.replace("{v: X}", "{v: Y}"),
                TINY + "engine: {conflateBookTicker: true}",
                TINY + "tokenMachine: {gapHoldTicks: 5}")) {
            hashes.add(SampleConfiguration.read(text).sha256());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keyOrderCommentsAndLayoutDoNotChangeTheHash(long seed) throws ConfigurationException {
        Configuration shipped = ConfigurationReader.read(SampleConfiguration.shippedFolder());
        JsonNode tree = YamlTreeReader.read(
                new String(shipped.canonicalJson(), StandardCharsets.UTF_8), new ProblemList(new SourceLines("")));
        StringBuilder shuffled = new StringBuilder();
        writeShuffled(tree, "", shuffled, new SplittableRandom(seed));
        assertThat(shuffled.toString()).isNotEqualTo(new String(shipped.canonicalJson(), StandardCharsets.UTF_8));
        assertThat(SampleConfiguration.read(shuffled.toString()).sha256())
                .as("seed %d: %s", seed, shuffled)
                .isEqualTo(shipped.sha256());
    }

    /** Block style, keys in any order, comments here and there. */
    private static void writeShuffled(JsonNode node, String indent, StringBuilder out, SplittableRandom random) {
        if (node.isObject() && !node.isEmpty()) {
            List<String> keys = new ArrayList<>(node.propertyNames());
            while (!keys.isEmpty()) {
                String key = keys.remove(random.nextInt(keys.size()));
                out.append(random.nextInt(4) == 0 ? "\n" + indent + "# " + key : "");
                out.append('\n').append(indent).append(key).append(": ");
                writeShuffled(node.path(key), indent + "  ", out, random);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (JsonNode item : node.values()) {
                out.append('\n').append(indent).append("- ");
                writeShuffled(item, indent + "  ", out, random);
            }
        } else {
            out.append(new String(CanonicalJson.bytes(node), StandardCharsets.UTF_8));
        }
    }

    @Test
    void discoveredTokensAreCoveredWhateverTheirOrder() throws ConfigurationException {
        Configuration tiny = SampleConfiguration.read(TINY);
        DiscoveredToken b = new DiscoveredToken("B", "v", "BUSDT", -5, 0);
        DiscoveredToken a = new DiscoveredToken("A", "v", "AUSDT", -3, -1);
        Configuration more = tiny.withTokens(List.of(b, a));
        assertThat(more.sha256())
                .isNotEqualTo(tiny.sha256())
                .isEqualTo(tiny.withTokens(List.of(a, b)).sha256());
        assertThat(more.tokens())
                .extracting(token -> token.index() + token.name())
                .containsExactly("0A", "1B", "2X");
        assertThat(more.tokens().getFirst().tierName()).isEqualTo("t");
        assertThat(more.tokens().getFirst().markExponent()).isEqualTo(-8);
        assertThat(more.venues().getFirst().instruments())
                .extracting(instrument -> instrument.index() + instrument.symbol())
                .containsExactly("0AUSDT", "1BUSDT", "2X");
        assertThat(tiny.withTokens(List.of()).sha256()).isEqualTo(tiny.sha256());
    }

    @Test
    void discoveredTokensMustFit() throws ConfigurationException {
        Configuration tiny = SampleConfiguration.read(TINY);
        assertThatThrownBy(() -> tiny.withTokens(List.of(new DiscoveredToken("X", "v", "Y", 0, 0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "pawl.yaml:5: tokens[1].name: \"X\" is the name of tokens[0] already; names must differ, case"
                                + " apart");
        assertThatThrownBy(() -> tiny.withTokens(List.of(new DiscoveredToken("Y", "v", "X", 0, 0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("an instrument belongs to one token");
        assertThatThrownBy(() -> tiny.withTokens(List.of(new DiscoveredToken("Y", "w", "Y", -30, 0))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("tokens[1].priceExponent: -30 is not allowed")
                .hasMessageContaining("\"w\" is no venue");
    }
}
