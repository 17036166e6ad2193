package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Timeline and explanation of a cascade; the page as a browser shows it. */
class TimelineIT {
    private final ScenarioRun run = ScenarioRun.of("cascade");

    @Test
    void theTextHasEveryStepWithItsFactors() {
        String text = Pawl.succeed("timeline", "--data", run.data()).out();
        assertThat(text).startsWith("SYNTHETIC");
        for (String token : List.of("CHZ", "SANTOS")) {
            assertThat(text).contains("token " + token);
        }
        assertThat(text.lines().filter(line -> line.contains(" THRESHOLD  HEAT ")))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(line -> line.matches(".* against 0\\.\\d+ = 0\\.\\d+ x \\d\\.\\d+ x \\d\\.\\d+ .*price .*"));
    }

    @Test
    void theJsonAgreesWithTheLog() {
        JsonNode timeline = Pawl.succeed("timeline", "--data", run.data(), "--token", "CHZ", "--json")
                .json();
        JsonNode token = timeline.get("tokens").get(0);
        assertThat(timeline.get("tokens").size()).isEqualTo(1);
        assertThat(token.get("candles").size()).isBetween(355, 360);
        assertThat(token.get("heat").size()).isBetween(6 * 355, 6 * 360);
        List<JsonNode> logged = Pawl.succeed(
                        "log", "cat", run.data(), "--token", "CHZ", "--type", "TRANSITION", "--json")
                .jsonLines();
        assertThat(token.get("transitions").size()).isEqualTo(logged.size());
        for (int i = 0; i < logged.size(); i++) {
            JsonNode step = token.get("transitions").get(i);
            assertThat(step.get("tick").asLong())
                    .isEqualTo(logged.get(i).get("tick").asLong());
            assertThat(step.get("threshold").asDouble())
                    .isEqualTo(logged.get(i).get("threshold").asDouble());
            assertThat(step.get("base").asDouble()
                            * step.get("tierFactor").asDouble()
                            * step.get("phaseFactor").asDouble())
                    .isEqualTo(step.get("threshold").asDouble());
        }
    }

    @Test
    void anExplanationOfAStepHasTheLoggedThreshold() {
        JsonNode step = Pawl.succeed("log", "cat", run.data(), "--token", "CHZ", "--type", "TRANSITION", "--json")
                .jsonLines()
                .get(3);
        long tick = step.get("tick").asLong();
        JsonNode before = Pawl.succeed("explain", "--data", run.data(), "--token", "CHZ", "--tick", tick - 1, "--json")
                .json();
        JsonNode next = before.get("parts").get("next step");
        assertThat(next.get("to").asString()).isEqualTo(step.get("to").asString());
        assertThat(next.get("enter").asDouble()).isEqualTo(step.get("threshold").asDouble());
        assertThat(next.get("count").asLong()).isEqualTo(step.get("heldTicks").asLong() - 1);
        JsonNode at = Pawl.succeed("explain", "--data", run.data(), "--token", "CHZ", "--tick", tick, "--json")
                .json();
        assertThat(at.get("parts").get("token").get("state").asString())
                .isEqualTo(step.get("to").asString());
        assertThat(at.get("records").findValuesAsString("type")).contains("TRANSITION");
        assertThat(at.get("parts").has("cluster all")).isTrue();
        assertThat(at.get("parts").has("event world-cup-final")).isTrue();
        double sum = 0;
        JsonNode heat = at.get("parts").get("heat");
        for (String feature :
                List.of("openInterestVelocity", "fundingSkew", "divergence", "compression", "liquidityStress")) {
            sum += heat.get(feature).asDouble();
        }
        assertThat(sum).isCloseTo(heat.get("heat").asDouble(), within(1e-12));
    }

    @Test
    void whatDoesNotFollowFromItsInputsIsNotShown() throws IOException {
        Path folder = Distribution.scratch("forged").resolve("data");
        for (Path file : Distribution.filesBelow(run.data())) {
            Path copy = folder.resolve(run.data().relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        Path configuration =
                Distribution.filesBelow(folder.resolve("configuration")).getFirst();
        Files.writeString(configuration, Files.readString(configuration).replace("0.55", "0.56"));
        Pawl.Outcome outcome = Pawl.run("timeline", "--data", folder);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.error()).contains("its bytes have the hash");
    }

    @Test
    void aBrowserShowsThePage() throws Exception {
        Path page = Distribution.scratch("page").resolve("timeline.html");
        Pawl.succeed("timeline", "--data", run.data(), "--html", page);
        String html = Files.readString(page);
        assertThat(html).doesNotContainPattern("(src|href)=[\"']?https?:");
        String shown = shownBy(browser(), page);
        assertThat(shown).contains("data-ready=\"true\"");
        assertThat(shown).containsPattern("<p id=\"synthetic\">SYNTHETIC");
        assertThat(count(shown, "<option")).isEqualTo(2);
        // Colours of the states and phases, each drawn at least once for a band of the cascade.
        for (String colour : List.of("#f0e442", "#e69f00", "#d55e00", "#a3195b", "#56b4e9", "#009e73", "#0072b2")) {
            assertThat(shown).as(colour).containsPattern("<path[^>]*fill=\"(" + colour + "|" + rgb(colour) + ")\"");
        }
        assertThat(shown)
                .contains(">world-cup-final<")
                .contains(">CHZ<")
                .contains(">SANTOS<")
                .contains(">price<");
        assertThat(count(shown.substring(shown.indexOf("<tbody>")), "<tr>")).isGreaterThanOrEqualTo(6);
    }

    private static String rgb(String colour) {
        return "rgb\\(" + Integer.parseInt(colour.substring(1, 3), 16) + ", ?"
                + Integer.parseInt(colour.substring(3, 5), 16) + ", ?" + Integer.parseInt(colour.substring(5), 16)
                + "\\)";
    }

    private static int count(String text, String part) {
        return Pattern.compile(part, Pattern.LITERAL)
                        .splitAsStream(text)
                        .toList()
                        .size()
                - 1;
    }

    /** A build server must have one; elsewhere its absence is said. */
    private static Path browser() {
        Optional<Path> found = List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name ->
                        List.of(System.getenv("PATH").split(":")).stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (System.getenv("CI") == null) {
            Assumptions.assumeTrue(found.isPresent(), "there is no Chromium here to show the page");
        }
        return found.orElseThrow(() -> new AssertionError("there is no Chromium on this build server"));
    }

    private static String shownBy(Path browser, Path page) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + Distribution.scratch("browser"),
                        "--window-size=1280,1600",
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return dom;
    }
}
