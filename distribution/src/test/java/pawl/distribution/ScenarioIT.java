package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the synthetic markets make the machines do, driven through the zip. */
class ScenarioIT {
    private static final List<String> TOKEN_RING =
            List.of("BUILD", "PRESSURE", "FRAGILE", "TRIGGER_READY", "UNWIND", "COOLDOWN");
    private static final List<String> CLUSTER_RING =
            List.of("CLUSTER_CALM", "CLUSTER_HEATING", "CLUSTER_FRAGILE", "CLUSTER_UNWIND", "CLUSTER_COOLDOWN");
    private static final List<String> CALENDAR = List.of(
            "NOT_BEGUN>EVENT_PREP SCHEDULED",
            "EVENT_PREP>EVENT_START SCHEDULED",
            "EVENT_START>EVENT_MID SCHEDULED",
            "EVENT_MID>EVENT_END SCHEDULED",
            "EVENT_END>EVENT_POST SCHEDULED");

    /** All steps of the ring in order, from its first state on. */
    private static List<String> ringFrom(List<String> ring, String... reasons) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            steps.add(ring.get(i) + ">" + ring.get((i + 1) % ring.size()) + " " + reasons[i]);
        }
        return steps;
    }

    @Test
    void theListNamesThemAll() {
        List<String> names = new ArrayList<>();
        Pawl.succeed("scenario", "--list", "--json")
                .json()
                .get("scenarios")
                .forEach(scenario -> names.add(scenario.get("name").asString()));
        assertThat(names)
                .containsExactly(
                        "quiet-day",
                        "build-up",
                        "cascade",
                        "early-collapse",
                        "venue-outage",
                        "flash-crash",
                        "delisting",
                        "clock-skew",
                        "funding-flip",
                        "world-cup");
        String text = Pawl.succeed("scenario", "--list").out();
        assertThat(names).allSatisfy(name -> assertThat(text).contains(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quiet-day", "flash-crash"})
    void nothingStepsInAQuietMarketNorForAFallOfOneMinute(String name) {
        ScenarioRun run = ScenarioRun.of(name);
        assertThat(run.steps("CHZ", "TRANSITION,CLUSTER_TRANSITION")).isEmpty();
        assertThat(run.steps("CHZ", "EVENT_PHASE")).isEqualTo(CALENDAR);
    }

    @Test
    void aCascadeGoesThroughAllStatesOfTokenAndCluster() {
        ScenarioRun run = ScenarioRun.of("cascade");
        String[] byThreshold = {"THRESHOLD", "THRESHOLD", "THRESHOLD", "THRESHOLD", "THRESHOLD", "THRESHOLD"};
        assertThat(run.steps("CHZ", "TRANSITION"))
                .startsWith(ringFrom(TOKEN_RING, byThreshold).toArray(String[]::new));
        assertThat(run.steps("SANTOS", "TRANSITION"))
                .startsWith(ringFrom(TOKEN_RING, byThreshold).toArray(String[]::new));
        assertThat(run.steps("CHZ", "CLUSTER_TRANSITION"))
                .isEqualTo(ringFrom(CLUSTER_RING, Arrays.copyOf(byThreshold, 5)))
                .isEqualTo(run.steps("SANTOS", "CLUSTER_TRANSITION"));
        assertThat(run.json().get("synthetic").asBoolean()).isTrue();
        for (String input : List.of("TRADE", "BOOK_TICKER", "MARK_PRICE", "LIQUIDATION", "OPEN_INTEREST", "FUNDING")) {
            assertThat(run.json().get("events").get(input).asLong()).as(input).isPositive();
        }
    }

    @Test
    void aBuildUpThatFadesIsWalkedOutOfTheRing() {
        ScenarioRun run = ScenarioRun.of("build-up");
        assertThat(run.steps("CHZ", "TRANSITION"))
                .startsWith(ringFrom(
                                TOKEN_RING,
                                "THRESHOLD",
                                "THRESHOLD",
                                "THRESHOLD",
                                "DISSIPATED",
                                "DISSIPATED",
                                "DISSIPATED")
                        .toArray(String[]::new));
        assertThat(run.steps("CHZ", "CLUSTER_TRANSITION"))
                .isEqualTo(ringFrom(CLUSTER_RING, "THRESHOLD", "THRESHOLD", "DISSIPATED", "DISSIPATED", "DISSIPATED"));
    }

    @Test
    void itsLogsSayThatTheyAreSynthetic() {
        ScenarioRun run = ScenarioRun.of("cascade");
        for (JsonNode log :
                Pawl.succeed("log", "stat", run.data(), "--json").json().get("logs")) {
            assertThat(log.get("synthetic").asBoolean())
                    .as(log.get("log").asString())
                    .isTrue();
        }
        assertThat(Pawl.succeed("log", "stat", run.data()).out()).contains(", SYNTHETIC)");
        assertThat(Pawl.succeed("log", "stat", BundledReplay.once().data()).out())
                .doesNotContain("SYNTHETIC");
    }

    @Test
    void anEarlyCollapseMovesTheEventOnBeforeItsMiddle() {
        ScenarioRun run = ScenarioRun.of("early-collapse");
        assertThat(run.steps("CHZ", "EVENT_PHASE"))
                .isEqualTo(run.steps("SANTOS", "EVENT_PHASE"))
                .containsExactly(
                        "NOT_BEGUN>EVENT_PREP SCHEDULED",
                        "EVENT_PREP>EVENT_START SCHEDULED",
                        "EVENT_START>EVENT_MID COLLAPSED",
                        "EVENT_MID>EVENT_END COLLAPSED",
                        "EVENT_END>EVENT_POST SCHEDULED");
    }

    @Test
    void anOutageInMidCascadeIsOneGapAndMovesNothingByItself() {
        ScenarioRun run = ScenarioRun.of("venue-outage");
        List<JsonNode> outages = Pawl.succeed("log", "cat", run.data(), "--token", "CHZ", "--type", "OUTAGE", "--json")
                .jsonLines();
        assertThat(outages).hasSize(1);
        long resumedTick = outages.getFirst().get("tick").asLong();
        assertThat(resumedTick - outages.getFirst().get("firstMissingTick").asLong())
                .isBetween(2_300L, 2_500L);
        for (JsonNode step : Pawl.succeed("log", "cat", run.data(), "--token", "CHZ", "--type", "TRANSITION", "--json")
                .jsonLines()) {
            assertThat(step.get("tick").asLong())
                    .satisfiesAnyOf(
                            tick -> assertThat(tick).isLessThan(resumedTick),
                            tick -> assertThat(tick).isGreaterThan(resumedTick + 7));
        }
    }

    @Test
    void aDelistedTokenStandsStillAndTheOtherGoesOn() {
        ScenarioRun run = ScenarioRun.of("delisting");
        assertThat(run.steps("CHZ", "TRANSITION")).hasSizeGreaterThanOrEqualTo(6);
        assertThat(run.json().get("tokens").get("SANTOS").get("state").asString())
                .isIn("FRAGILE", "TRIGGER_READY");
    }

    @Test
    void theClockOfAnExchangeChangesNothing() {
        ScenarioRun skewed = ScenarioRun.of("clock-skew");
        ScenarioRun right = ScenarioRun.of("cascade");
        for (String type : List.of("TRANSITION", "CLUSTER_TRANSITION", "EVENT_PHASE")) {
            assertThat(skewed.steps("CHZ", type)).isEqualTo(right.steps("CHZ", type));
        }
    }

    @Test
    void fundingThatFlipsMakesPressureOfBothSigns() {
        Set<Boolean> signs = new TreeSet<>();
        for (JsonNode mark : Pawl.succeed(
                        "log",
                        "cat",
                        ScenarioRun.of("funding-flip").data(),
                        "--token",
                        "CHZ",
                        "--type",
                        "MARK_PRICE",
                        "--json")
                .jsonLines()) {
            double rate = Double.parseDouble(mark.get("fundingRate").asString());
            if (Math.abs(rate) > 0.0005) {
                signs.add(rate > 0);
            }
        }
        assertThat(signs).containsExactly(false, true);
        assertThat(ScenarioRun.of("funding-flip").steps("CHZ", "TRANSITION")).hasSizeGreaterThan(6);
    }

    /** Nothing looks ahead: what is logged up to a tick is what a run that never saw the rest logs. */
    @ParameterizedTest
    @CsvSource({"cascade, 7137944123", "cascade, 7137954463", "early-collapse, 7137935640", "venue-outage, 7137955920"})
    void whatIsLoggedBeforeACutIsWhatWasLoggedWithoutIt(String name, long untilTick) throws IOException {
        ScenarioRun run = ScenarioRun.of(name);
        Path cut = Distribution.scratch("cut-" + name + "-" + untilTick);
        Pawl.succeed(
                "replay",
                run.capture(),
                "--config",
                ScenarioRun.configuration("two-tokens"),
                "--data",
                cut,
                "--until",
                untilTick);
        for (String log : List.of("logs/CHZ/2026-07-19.log", "logs/SANTOS/2026-07-19.log", "ticks/2026-07-19.log")) {
            byte[] whole = Files.readAllBytes(run.data().resolve(log));
            byte[] before = Files.readAllBytes(cut.resolve(log));
            assertThat(before.length).isGreaterThan(100_000).isLessThan(whole.length);
            assertThat(before).as(log).isEqualTo(Arrays.copyOf(whole, before.length));
        }
    }

    /** Tokens are ordered by name, so both renaming and reordering change every order that could matter. */
    @Test
    void neitherNamesNorTheirOrderInTheConfigurationMatter() throws IOException {
        ScenarioRun run = ScenarioRun.of("cascade");
        Path folder = Distribution.scratch("renamed");
        String text = Files.readString(ScenarioRun.configuration("two-tokens").resolve("pawl.yaml"));
        String[] tokens = text.lines()
                .filter(line -> line.startsWith("  - {name: CHZ,") || line.startsWith("  - {name: SANTOS,"))
                .toArray(String[]::new);
        assertThat(tokens).hasSize(2);
        String renamed = text.replace(
                tokens[0] + "\n" + tokens[1], tokens[1] + "\n" + tokens[0].replace("name: CHZ", "name: ZCHZ"));
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/pawl.yaml"), renamed);
        Path data = folder.resolve("data");
        Pawl.succeed("replay", run.capture(), "--config", folder.resolve("config"), "--data", data);
        for (String type : List.of("TRANSITION", "CLUSTER_TRANSITION", "EVENT_PHASE")) {
            assertThat(measured(data, "ZCHZ", type))
                    .isEqualTo(measured(run.data(), "CHZ", type))
                    .isNotEmpty();
            assertThat(measured(data, "SANTOS", type)).isEqualTo(measured(run.data(), "SANTOS", type));
        }
    }

    private static List<String> measured(Path data, String token, String type) {
        return Pawl.succeed("log", "cat", data, "--token", token, "--type", type, "--json").jsonLines().stream()
                .map(record -> Stream.of("tick", "from", "to", "reason", "measure", "threshold", "heldTicks")
                        .map(field -> record.get(field).asString())
                        .toList()
                        .toString())
                .toList();
    }

    @Test
    void anotherTierPolicyNeverSkipsAStateEither() throws IOException {
        ScenarioRun run = ScenarioRun.of("cascade");
        Path folder = Distribution.scratch("scenario-tiers");
        String text = Files.readString(ScenarioRun.configuration("two-tokens").resolve("pawl.yaml"));
        String swapped = text.replace(
                "tierPolicy: {plugin: tier-static}",
                "tierPolicy: {plugin: tier-liquidity, settings: {leastNotionalPerMinute.major: 30000,"
                        + " leastNotionalPerMinute.minor: 4000, cadenceTicks: 240, warmUpCadences: 2, persistCadences: 2}}");
        assertThat(swapped).isNotEqualTo(text);
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/pawl.yaml"), swapped);
        Path data = folder.resolve("data");
        JsonNode after = Pawl.succeed(
                        "replay", run.capture(), "--config", folder.resolve("config"), "--data", data, "--json")
                .json();
        assertThat(after.get("events")).isEqualTo(run.json().get("events"));
        assertThat(Pawl.succeed("log", "cat", data, "--token", "CHZ", "--type", "TIER_CHANGE", "--json")
                        .jsonLines())
                .isNotEmpty();
        for (String token : List.of("CHZ", "SANTOS")) {
            List<String> steps = ScenarioRun.stepsOf(data, token, "TRANSITION");
            assertThat(steps).hasSizeGreaterThanOrEqualTo(6);
            for (int i = 0; i < steps.size(); i++) {
                int from = i % TOKEN_RING.size();
                assertThat(steps.get(i)).startsWith(TOKEN_RING.get(from) + ">" + TOKEN_RING.get((from + 1) % 6) + " ");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    scenario cascde --out x.pawlcap            | there is no scenario cascde; there are quiet-day, build-up,
                    scenario cascade                           | name the capture to write with --out
                    scenario                                   | name a scenario; --list shows them
                    scenario cascade --tokens 31 --out x       | --tokens 31 is not allowed; it must be 1 to 30
                    scenario cascade --hours 0 --out x         | --hours 0 is not allowed; it must be 1 to 24
                    """)
    void wrongUsageIsToldInALine(String arguments, String message) {
        Pawl.Outcome outcome = Pawl.run((Object[]) arguments.split(" +"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).contains(message);
    }
}
