package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another tier policy is another entry of the configuration, and nothing else (D6). */
class TierSwapIT {
    private static final String STATIC = "tierPolicy: {plugin: tier-static, settings: {}}";
    private static final String LIQUIDITY = """
            tierPolicy:
              plugin: tier-liquidity
              settings:
                leastNotionalPerMinute.major: 1000000000000
                leastNotionalPerMinute.standard: 1
                cadenceTicks: 40
                warmUpCadences: 2
                persistCadences: 2
            """;

    @Test
    void theSameRecordingUnderAnotherPolicyHasOtherTiersAndTheSameInputs() throws IOException {
        BundledReplay before = BundledReplay.once();
        Path folder = Distribution.scratch("tier-swap");
        Path data = folder.resolve("data");

        JsonNode after = Pawl.succeed("replay", "--data", data, "--config", liquidityConfiguration(folder), "--json")
                .json();

        assertThat(after.get("events")).isEqualTo(before.json().get("events"));
        List<JsonNode> changes = Pawl.succeed(
                        "log", "cat", data, "--token", "BTCUSDT", "--type", "TIER_CHANGE", "--json")
                .jsonLines();
        // No market trades a trillion a minute: the token leaves the tier it was configured with.
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().get("fromTier").asInt()).isZero();
        assertThat(changes.getFirst().get("toTier").asInt()).isEqualTo(1);
        JsonNode parting = parting(before.data(), data).get("divergence");
        assertThat(parting.get("token").asString()).isEqualTo("BTCUSDT");
        assertThat(parting.get("right").get("type").asString()).isEqualTo("TIER_CHANGE");
        assertThat(parting.get("tick")).isEqualTo(changes.getFirst().get("tick"));
        assertThat(parting.get("leftInputs")).isEqualTo(parting.get("rightInputs"));
        assertThat(pluginsOf(before.data())).contains("tier tier-static").doesNotContain("tier-liquidity");
        assertThat(pluginsOf(data)).contains("tier tier-liquidity").doesNotContain("tier-static");
    }

    /** The last tick before they part is the one before the first step, and the setting is named. */
    @Test
    void theSameRecordingUnderLowerThresholdsPartsAtItsFirstStep() throws IOException {
        BundledReplay before = BundledReplay.once();
        Path folder = Distribution.scratch("low-thresholds");
        Path data = folder.resolve("data");
        Path configuration = Files.createDirectories(folder.resolve("config"));
        String shipped = Files.readString(Distribution.home().resolve("config/pawl.yaml"));
        Files.writeString(
                configuration.resolve("pawl.yaml"),
                shipped.replace("thresholdMultiplier: 1.15", "thresholdMultiplier: 0.3"));
        Pawl.succeed("replay", "--data", data, "--config", configuration);

        JsonNode differences = parting(before.data(), data);

        JsonNode first = Pawl.succeed("log", "cat", data, "--type", "TRANSITION", "--json")
                .jsonLines()
                .getFirst();
        assertThat(differences.get("divergence").get("tick")).isEqualTo(first.get("tick"));
        assertThat(differences.get("divergence").get("right").get("threshold")).isEqualTo(first.get("threshold"));
        assertThat(differences.get("lastCommonTick").asLong())
                .isEqualTo(first.get("tick").asLong() - 1);
        assertThat(differences.get("headers").findValuesAsString("name"))
                .containsExactly("configuration", "configuration /tiers/0/thresholdMultiplier");
    }

    @Test
    void aRunIsTheSameAsItself() {
        Path data = BundledReplay.once().data();
        assertThat(Pawl.succeed("diff", data, data, "--json").json().get("same").asBoolean())
                .isTrue();
    }

    private static JsonNode parting(Path left, Path right) {
        Pawl.Outcome outcome = Pawl.run("diff", left, right, "--json");
        assertThat(outcome.exitCode()).isEqualTo(1);
        return outcome.json();
    }

    private static Path liquidityConfiguration(Path folder) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("config"));
        String shipped = Files.readString(Distribution.home().resolve("config/pawl.yaml"));
        assertThat(shipped).contains(STATIC);
        Files.writeString(configuration.resolve("pawl.yaml"), shipped.replace(STATIC, LIQUIDITY));
        return configuration;
    }

    private static String pluginsOf(Path data) {
        return Pawl.succeed("log", "stat", data, "--json")
                .json()
                .get("logs")
                .get(0)
                .get("plugins")
                .toString();
    }
}
