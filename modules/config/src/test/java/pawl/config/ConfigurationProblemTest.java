package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a configuration can be wrong, with the line that the user reads. */
class ConfigurationProblemTest {
    private static final String STEPS = "tokenMachine: {steps: {fragile: {enter: %s, exit: %s, persistTicks: %s}}}\n";

    @ParameterizedTest(name = "{1} -> {2}")
    @MethodSource({"structure", "values", "relations", "yaml"})
    void bent(String from, String to, String expected) {
        assertThat(SampleConfiguration.TEXT).contains(from);
        assertThat(SampleConfiguration.problems(SampleConfiguration.TEXT.replace(from, to)))
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource({"appended", "appendedYaml"})
    void extended(String text, String expected) {
        assertThat(SampleConfiguration.problems(SampleConfiguration.TEXT + text))
                .containsExactly(expected.split("\n"));
    }

    static Stream<Arguments> structure() {
        return Stream.of(
                arguments("version: 1\n", "", "pawl.yaml: version: missing; it must be 1"),
                arguments(
                        "name: BTC, ",
                        "",
                        "pawl.yaml:11: tokens[1].name: missing; it must be a name of at most 64"
                                + " letters, digits, dots, hyphens and underscores, a letter or digit first"),
                arguments(
                        "quantityExponent: -4, ",
                        "",
                        "pawl.yaml:11: tokens[1].quantityExponent: missing; it must be a whole number from -18 to 0"),
                arguments(
                        ", instruments: {binance: BTCUSDT}",
                        "",
                        "pawl.yaml:11: tokens[1].instruments: missing; it must be a map of at least 1 key"),
                arguments(
                        "defaultTier: standard",
                        "defaultTier: standard\ntokenmachine: {}",
                        "pawl.yaml:9: tokenmachine: unknown key; did you mean tokenMachine?"),
                arguments(
                        "tier: major",
                        "tier: major, teir: major",
                        "pawl.yaml:11: tokens[1].teir: unknown key; did you mean tier?"),
                arguments(
                        "defaultTier: standard",
                        "defaultTier: standard\nportfolios: []",
                        "pawl.yaml:9: portfolios: unknown key; allowed are version, venues, tiers, defaultTier, tokens,"
                                + " features, tierPolicy, storage, engine, tokenMachine,"
                                + " clusters, clusterMachine, events, eventPhases"),
                arguments(
                        "{plugin: tier-static}",
                        "tier-static",
                        "pawl.yaml:13: tierPolicy: \"tier-static\" is not allowed; it must be a map"),
                arguments(
                        "{plugin: tier-static}",
                        "",
                        "pawl.yaml:13: tierPolicy: an empty value is not allowed; it must be a map"),
                arguments(
                        "{plugin: tier-static}",
                        "{plugin: tier-static, settings: {a: [1]}}",
                        "pawl.yaml:13: tierPolicy.settings.a: a list is not allowed; it must be a text or a number or"
                                + " true or false"),
                arguments(
                        "instruments: {binance: BTCUSDT}",
                        "instruments: {}",
                        "pawl.yaml:11: tokens[1].instruments: an empty map is not allowed; it must be a map of at"
                                + " least 1 key"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("version: 1", "version: 2", "pawl.yaml:1: version: 2 is not allowed; it must be 1"),
                arguments("version: 1", "version: '1'", "pawl.yaml:1: version: \"1\" is not allowed; it must be 1"),
                arguments(
                        "name: BTC,",
                        "name: B/TC,",
                        "pawl.yaml:11: tokens[1].name: \"B/TC\" is not allowed; it must be a name of at most 64 letters,"
                                + " digits, dots, hyphens and underscores, a letter or digit first"),
                arguments(
                        "name: BTC,",
                        "name: \"B\\nTC\",",
                        "pawl.yaml:11: tokens[1].name: \"B?TC\" is not allowed; it must be a name of at most 64 letters,"
                                + " digits, dots, hyphens and underscores, a letter or digit first"),
                arguments(
                        "binance: BTCUSDT",
                        "binance: 'BTC USDT'",
                        "pawl.yaml:11: tokens[1].instruments.binance: \"BTC USDT\" is not allowed; it must be a symbol"
                                + " of at most 64 characters without spaces, or a map with symbol and contractSize"),
                arguments(
                        "plugin: storage-memory",
                        "plugin: Storage_Memory",
                        "pawl.yaml:14: storage.plugin: \"Storage_Memory\" is not allowed; it must be a plugin's id:"
                                + " lower-case letters, digits and hyphens"),
                arguments(
                        "quantityExponent: -4",
                        "quantityExponent: 1",
                        "pawl.yaml:11: tokens[1].quantityExponent: 1 is not allowed; it must be a whole number from -18"
                                + " to 0"),
                arguments(
                        "quantityExponent: -4",
                        "quantityExponent: -1.5",
                        "pawl.yaml:11: tokens[1].quantityExponent: -1.5 is not allowed; it must be a whole number from"
                                + " -18 to 0"),
                arguments(
                        "quantityExponent: -4",
                        "quantityExponent: -1e30",
                        "pawl.yaml:11: tokens[1].quantityExponent: -1000000000000000000000000000000 is not allowed; it"
                                + " must be a whole number from -18 to 0"),
                arguments(
                        "thresholdMultiplier: 1.5",
                        "thresholdMultiplier: 0",
                        "pawl.yaml:6: tiers[0].thresholdMultiplier: 0 is not allowed; it must be a number above 0 and"
                                + " at most 100"),
                arguments(
                        "thresholdMultiplier: 1.5",
                        "thresholdMultiplier: .nan",
                        "pawl.yaml:6: tiers[0].thresholdMultiplier: .nan is not allowed; a number must be finite"),
                arguments(
                        "thresholdMultiplier: 1.5",
                        "thresholdMultiplier: 1e999999999",
                        "pawl.yaml:6: tiers[0].thresholdMultiplier: 1e999999999 is not allowed; a number must be"
                                + " finite"),
                arguments(
                        "thresholdMultiplier: 1.5",
                        "thresholdMultiplier: 1" + "0".repeat(64),
                        "pawl.yaml:6: tiers[0].thresholdMultiplier: a number of more than 64 characters is not"
                                + " allowed"));
    }

    static Stream<Arguments> relations() {
        return Stream.of(
                arguments(
                        "tier: major",
                        "tier: majr",
                        "pawl.yaml:11: tokens[1].tier: \"majr\" is no tier; did you mean" + " major?"),
                arguments(
                        "tier: major",
                        "tier: liquid",
                        "pawl.yaml:11: tokens[1].tier: \"liquid\" is no tier; tiers are" + " major, standard"),
                arguments(
                        "defaultTier: standard",
                        "defaultTier: thin",
                        "pawl.yaml:8: defaultTier: \"thin\" is no tier; tiers are major, standard"),
                arguments(
                        "{binance: BTCUSDT}",
                        "{okx: BTCUSDT}",
                        "pawl.yaml:11: tokens[1].instruments.okx: \"okx\" is no venue; venues are binance, bybit"),
                arguments(
                        "{binance: BTCUSDT}",
                        "{binnance: BTCUSDT}",
                        "pawl.yaml:11: tokens[1].instruments.binnance: \"binnance\" is no venue; did you mean"
                                + " binance?"),
                arguments(
                        "{binance: BTCUSDT}",
                        "{binance: ETHUSDT}",
                        "pawl.yaml:11: tokens[1].instruments.binance: \"ETHUSDT\" is tokens[0].instruments.binance"
                                + " already; an instrument belongs to one token"),
                arguments(
                        "name: BTC,",
                        "name: eth,",
                        "pawl.yaml:11: tokens[1].name: \"eth\" is the name of tokens[0] already; names must differ, case"
                                + " apart"),
                arguments(
                        "- {name: bybit, adapter",
                        "- {name: binance, adapter: exchange-x}\n  - {name: bybit, adapter",
                        "pawl.yaml:4: venues[1].name: \"binance\" is the name of venues[0] already; names must differ,"
                                + " case apart"),
                arguments(
                        "- {name: standard,",
                        "- {name: standard, thresholdMultiplier: 2}\n  - {name: standard,",
                        "pawl.yaml:8: tiers[2].name: \"standard\" is the name of tiers[1] already; names must differ,"
                                + " case apart"));
    }

    static Stream<Arguments> yaml() {
        return Stream.of(
                arguments(
                        "tier: major",
                        "tier: major, tier: standard",
                        "pawl.yaml:11: tokens[1].tier: given twice, first on line 11; it must be given once"),
                arguments(
                        "tier: major",
                        "tier: *major",
                        "pawl.yaml:11: tokens[1].tier: an alias (*major) is not allowed; write the value out"),
                arguments(
                        "tier: major",
                        "tier: !!java.net.URL major",
                        "pawl.yaml:11: tokens[1].tier: a tag (tag:yaml.org,2002:java.net.URL) is not allowed; leave it"
                                + " out, and quote what is to be a text"),
                arguments(
                        "instruments: {binance: BTCUSDT}}",
                        "instruments: {binance: BTCUSDT}",
                        "pawl.yaml:11: not YAML at column 102: while parsing a flow mapping; expected ',' or '}', but got"
                                + " <scalar>"),
                arguments(
                        "version: 1",
                        "version: 1: 2",
                        "pawl.yaml:1: not YAML at column 11: mapping values are not allowed here"),
                arguments(
                        "defaultTier: standard",
                        "defaultTier: standard\n---\na: 1\n",
                        "pawl.yaml:10: a second YAML document starts here; the file must hold only one"));
    }

    static Stream<Arguments> appended() {
        return Stream.of(
                arguments(
                        STEPS.formatted("0.45", "0.5", "20"),
                        "pawl.yaml:15: tokenMachine.steps.fragile.exit: 0.5 is not allowed; it must be below enter"
                                + " (0.45)"),
                arguments(
                        STEPS.formatted("0.45", "0.45", "20"),
                        "pawl.yaml:15: tokenMachine.steps.fragile.exit: 0.45 is not allowed; it must be below enter"
                                + " (0.45)"),
                arguments(
                        STEPS.formatted("0.45", "0.3", "65536"),
                        "pawl.yaml:15: tokenMachine.steps.fragile.persistTicks: 65536 is not allowed; it must be a"
                                + " whole number from 1 to 65535"),
                arguments(
                        STEPS.formatted("0", "-0.1", "1"),
                        "pawl.yaml:15: tokenMachine.steps.fragile.enter: 0 is not allowed; it must be a number above 0"
                                + " and at most 1\n"
                                + "pawl.yaml:15: tokenMachine.steps.fragile.exit: -0.1 is not allowed; it must be a"
                                + " number from 0 to 1"),
                arguments(
                        STEPS.formatted("yes", "0.1", "1"),
                        "pawl.yaml:15: tokenMachine.steps.fragile.enter: \"yes\" is not allowed; it must be a number"
                                + " above 0 and at most 1"),
                arguments(
                        "tokenMachine: {heat: {divergence: {weight: 0, part: magnitude}}}",
                        "pawl.yaml:15: tokenMachine.heat: all weights are 0; one at least must be above 0"),
                arguments(
                        "tokenMachine: {heat: {}}",
                        "pawl.yaml:15: tokenMachine.heat: an empty map is not allowed; it must be a map of at least 1"
                                + " key"),
                arguments(
                        "tokenMachine: {release: {divergence: {weight: 1, part: both}}}",
                        "pawl.yaml:15: tokenMachine.release.divergence.part: \"both\" is not allowed; it must be one of"
                                + " positive, negative, magnitude"),
                arguments(
                        "tokenMachine: {release: {ohlc: {weight: 1, part: positive}}}",
                        "pawl.yaml:15: tokenMachine.release.ohlc: unknown key; allowed are openInterestVelocity,"
                                + " fundingSkew, divergence, compression, liquidityStress"),
                arguments(
                        "engine: {conflateBookTicker: no}",
                        "pawl.yaml:15: engine.conflateBookTicker: \"no\" is not allowed; it must be true or false"),
                arguments(
                        "engine: {outageTicks: 0}",
                        "pawl.yaml:15: engine.outageTicks: 0 is not allowed; it must be a whole number from 1 to"
                                + " 345600"));
    }

    static Stream<Arguments> appendedYaml() {
        String deep = "engine: " + "[".repeat(40) + "]".repeat(40);
        return Stream.of(
                arguments(deep, "pawl.yaml:15: nested more than 32 levels deep"),
                arguments(
                        "engine: \"x",
                        "pawl.yaml:15: not YAML at column 7: while scanning a quoted scalar; found"
                                + " unexpected end of stream"),
                arguments(
                        "? [a]\n: b",
                        "pawl.yaml:15: not YAML at column 4: Expected a property name (Scalar value in"
                                + " YAML), got this instead: +SEQ []"));
    }
}
