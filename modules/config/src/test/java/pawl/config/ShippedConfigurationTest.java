package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.feature.Feature;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.token.Token;
import pawl.config.MeasureWeight.Part;

/** The configuration that the distribution ships, and the defaults that it spells out. */
class ShippedConfigurationTest {
    private static final TokenMachineConfiguration DEFAULT_MACHINE = new TokenMachineConfiguration(
            240,
            4,
            0.4,
            List.of(
                    new MeasureWeight(Feature.OPEN_INTEREST_VELOCITY, 0.25, Part.POSITIVE),
                    new MeasureWeight(Feature.FUNDING_SKEW, 0.2, Part.MAGNITUDE),
                    new MeasureWeight(Feature.DIVERGENCE, 0.2, Part.MAGNITUDE),
                    new MeasureWeight(Feature.COMPRESSION, 0.15, Part.POSITIVE),
                    new MeasureWeight(Feature.LIQUIDITY_STRESS, 0.2, Part.POSITIVE)),
            List.of(
                    new MeasureWeight(Feature.OPEN_INTEREST_VELOCITY, 0.5, Part.NEGATIVE),
                    new MeasureWeight(Feature.DIVERGENCE, 0.2, Part.MAGNITUDE),
                    new MeasureWeight(Feature.LIQUIDITY_STRESS, 0.3, Part.POSITIVE)),
            List.of(
                    new StepConfiguration(RingStep.PRESSURE, 0.35, 0.28, 20),
                    new StepConfiguration(RingStep.FRAGILE, 0.45, 0.38, 20),
                    new StepConfiguration(RingStep.TRIGGER_READY, 0.55, 0.47, 12),
                    new StepConfiguration(RingStep.UNWIND, 0.40, 0.30, 8),
                    new StepConfiguration(RingStep.COOLDOWN, 0.60, 0.50, 40),
                    new StepConfiguration(RingStep.BUILD, 0.70, 0.60, 240)),
            new DissipationConfiguration(1200, 8));

    @Test
    void isValidAndMeansWhatItShows() throws ConfigurationException {
        Configuration shipped = ConfigurationReader.read(SampleConfiguration.shippedFolder());
        assertThat(shipped.tiers())
                .containsExactly(new Tier("major", 1.15, 1), new Tier("standard", 1.0, 1), new Tier("thin", 0.9, 1));
        assertThat(shipped.tokens())
                .contains(
                        new Token(2, "BTCUSDT", "major", -2, -4, -8, 480),
                        new Token(3, "CHZUSDT", "standard", -6, -2, -8, 480))
                .extracting(Token::name)
                .containsExactly("ALPINEUSDT", "ASRUSDT", "BTCUSDT", "CHZUSDT", "ETHUSDT", "SANTOSUSDT");
        assertThat(shipped.engine()).isEqualTo(new EngineConfiguration(false, 1200, 14400));
        assertThat(shipped.tokenMachine()).isEqualTo(DEFAULT_MACHINE);
        assertThat(shipped.tokenMachine().step(RingStep.UNWIND).persistTicks()).isEqualTo(8);
    }

    @Test
    void spellsOutTheDefaults() throws Exception {
        String text = shippedText();
        String withoutDefaults = text.substring(0, text.indexOf("\nengine:"))
                .replace(", settings: {}", "")
                .replace("    settings: {}\n", "")
                .replace("    markExponent: -8\n", "")
                .replace("    fundingIntervalMinutes: 480\n", "");
        assertThat(withoutDefaults).doesNotContain("settings", "markExponent", "tokenMachine", "480");
        Configuration bare = SampleConfiguration.read(withoutDefaults);
        assertThat(bare.sha256()).isEqualTo(SampleConfiguration.read(text).sha256());
        assertThat(bare.tokenMachine()).isEqualTo(DEFAULT_MACHINE);
    }

    @Test
    void namesItsSchemaOnTheFirstLine() throws IOException {
        assertThat(shippedText()).startsWith("# yaml-language-server: $schema=./pawl.schema.json\n");
        assertThat(SampleConfiguration.shippedFolder().resolve("pawl.schema.json"))
                .exists();
    }

    @Test
    void tokensAndInstrumentsAreIndexedInOrderOfName() throws ConfigurationException {
        Configuration sample = SampleConfiguration.read(SampleConfiguration.TEXT);
        Token btc = sample.tokens().get(0);
        Token eth = sample.tokens().get(1);
        assertThat(btc).isEqualTo(new Token(0, "BTC", "major", -2, -4, -8, 480));
        assertThat(eth).isEqualTo(new Token(1, "ETH", "standard", -2, -3, -8, 480));
        assertThat(sample.venues().get(0).instruments())
                .extracting(i -> List.of(i.index(), i.venue(), i.venueIndex(), i.symbol(), i.token()))
                .containsExactly(List.of(0, "binance", 0, "BTCUSDT", btc), List.of(1, "binance", 0, "ETHUSDT", eth));
        assertThat(sample.venues().get(1).instruments())
                .extracting(i -> List.of(i.index(), i.venue(), i.venueIndex(), i.symbol(), i.token()))
                .containsExactly(List.of(0, "bybit", 1, "ETHUSDT", eth));
    }

    @Test
    void settingsReachThePluginWithTheirTypes() throws ConfigurationException {
        String text = SampleConfiguration.TEXT.replace(
                "plugin: tier-static",
                "plugin: tier-static, settings: {whole: 20.0, share: 0.5, text: '5', big: 1e30}");
        Settings settings = SampleConfiguration.read(text).tierPolicy().settings();
        assertThat(settings.whole("whole", 0, 1, 30)).isEqualTo(20);
        assertThat(settings.number("share", 0, 0, 1)).isEqualTo(0.5);
        assertThat(settings.number("big", 0, 0, 1e31)).isEqualTo(1e30);
        assertThat(settings.text("text", "")).isEqualTo("5");
        assertThat(settings.whole("absent", 7, 1, 30)).isEqualTo(7);
    }

    @Test
    void aWeightOfZeroIsNoPartOfTheMeasure() throws ConfigurationException {
        String heat = "tokenMachine: {heat: {compression: {weight: 0, part: positive},"
                + " divergence: {weight: 1, part: negative}}}\n";
        TokenMachineConfiguration machine =
                SampleConfiguration.read(SampleConfiguration.TEXT + heat).tokenMachine();
        assertThat(machine.heat()).containsExactly(new MeasureWeight(Feature.DIVERGENCE, 1, Part.NEGATIVE));
        assertThat(machine.release()).isEqualTo(DEFAULT_MACHINE.release());
    }

    @Test
    void everyFeatureAndStepHasItsKey() throws ConfigurationException {
        StringBuilder text = new StringBuilder(SampleConfiguration.TEXT).append("tokenMachine:\n  heat:\n");
        for (Feature feature : Feature.values()) {
            text.append("    %s: {weight: 1, part: positive}\n".formatted(feature.configurationName()));
        }
        text.append("  steps:\n");
        for (RingStep step : RingStep.values()) {
            text.append("    %s: {enter: 0.9, exit: 0.1, persistTicks: 7}\n".formatted(step.configurationName()));
        }
        TokenMachineConfiguration machine =
                SampleConfiguration.read(text.toString()).tokenMachine();
        assertThat(machine.heat()).extracting(MeasureWeight::feature).containsExactly(Feature.values());
        assertThat(machine.steps())
                .isEqualTo(Arrays.stream(RingStep.values())
                        .map(step -> new StepConfiguration(step, 0.9, 0.1, 7))
                        .toList());
    }

    private static String shippedText() throws IOException {
        return Files.readString(
                SampleConfiguration.shippedFolder().resolve(ConfigurationReader.FILE_NAME), StandardCharsets.UTF_8);
    }
}
