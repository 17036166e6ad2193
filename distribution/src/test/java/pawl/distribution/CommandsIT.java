package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip as a user meets it: what is in it, how it starts, how it answers. */
class CommandsIT {
    private static final List<String> PLUGINS = List.of(
            "exchange-binance",
            "exchange-bybit",
            "exchange-gate",
            "exchange-hyperliquid",
            "exchange-okx",
            "feature-standard",
            "storage-file",
            "storage-memory",
            "tier-liquidity",
            "tier-static");

    @Test
    void versionsAreTold() {
        assertThat(Pawl.succeed("version").out().lines())
                .anySatisfy(line -> assertThat(line).matches("pawl +\\d+\\.\\d+\\.\\d+"))
                .anySatisfy(line -> assertThat(line).matches("java +25\\..*"));
        assertThat(Pawl.succeed("version", "--json").json().propertyNames())
                .containsExactly("pawl", "api", "log format", "snapshot format", "capture format", "java");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay",
                "log cat",
                "log stat",
                "snapshot show",
                "plugins",
                "config check",
                "capture info",
                "capture convert",
                "version",
                "run",
                "venue",
                "feeds",
                "diff"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        Pawl.Outcome help = Pawl.succeed((Object[]) (command + " --help").split(" "));

        assertThat(help.out()).contains("Usage: pawl " + command, "Example:\n  pawl " + command);
        assertThat(help.error()).isEmpty();
    }

    static List<Path> shippedConfigurations() {
        return Distribution.filesBelow(Distribution.home().resolve("config")).stream()
                .filter(file -> file.endsWith("pawl.yaml"))
                .map(Path::getParent)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shippedConfigurations")
    void everyShippedConfigurationIsFine(Path folder) {
        assertThat(Pawl.succeed("config", "check", "--config", folder).out()).isEqualTo("configuration is fine\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"repaly", "replay --jsno", "log", "snapshot show", "replay --until noon"})
    void wrongUsageIsToldInShort(String arguments) {
        Pawl.Outcome outcome = Pawl.run((Object[]) arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).startsWith("pawl: ").contains("--help").hasLineCount(2);
    }

    @Test
    void everyPluginRunsInALayerOfItsOwn() throws IOException {
        assertThat(Pawl.succeed("plugins", "--json").json().get("plugins").valueStream())
                .allSatisfy(plugin -> assertThat(plugin.get("refusal").isNull())
                        .as(plugin.toString())
                        .isTrue())
                .extracting(plugin -> plugin.get("id").asString())
                .containsExactlyElementsOf(PLUGINS);
        for (String plugin : PLUGINS) {
            Path folder = Distribution.home().resolve("plugins").resolve(plugin);
            assertThat(names(folder))
                    .noneMatch(name -> name.startsWith("pawl-api"))
                    .anyMatch(name -> name.startsWith("pawl-plugin-" + plugin + "-"));
        }
        assertThat(Pawl.program(Distribution.home().resolve("runtime/bin/java"), "--list-modules")
                        .succeed()
                        .out())
                .contains("pawl.kernel@")
                .doesNotContain("pawl.plugin");
    }

    @Test
    void aBrokenPluginIsRefusedAndTheOthersRunOn() throws IOException {
        Path plugins = Distribution.scratch("plugins");
        Path tier = Files.createDirectory(plugins.resolve("tier"));
        for (Path jar : Distribution.filesBelow(Distribution.home().resolve("plugins/tier-static"))) {
            Files.copy(jar, tier.resolve(jar.getFileName()));
        }
        Files.write(Files.createDirectories(plugins.resolve("broken")).resolve("broken.jar"), new byte[] {1, 2, 3});

        Pawl.Outcome outcome = Pawl.succeed("plugins", "--plugins", plugins);

        assertThat(outcome.out()).contains("tier-static").containsPattern("broken is refused: .*zip");
    }

    @Test
    void itStartsThroughSymbolicLinksFromAnywhere() throws IOException {
        Path folder = Distribution.scratch("elsewhere");
        Path absolute = Files.createSymbolicLink(
                folder.resolve("absolute"), Distribution.home().resolve("bin/pawl"));
        Files.createSymbolicLink(folder.resolve("relative"), absolute.getFileName());

        assertThat(Pawl.program("./relative", "version").in(folder).succeed().out())
                .startsWith("pawl ");
    }

    @Test
    void theShippedConfigurationIsFine() {
        assertThat(Pawl.succeed("config", "check").out()).isEqualTo("configuration is fine\n");
    }

    @Test
    void everyMistakeInAConfigurationIsALine() throws IOException {
        Path folder = Distribution.scratch("config");
        String shipped = Files.readString(Distribution.home().resolve("config/pawl.yaml"));
        Files.writeString(
                folder.resolve("pawl.yaml"),
                shipped.replace("outageTicks: 1200", "outageTick: 1200").replace("tier-static", "tier-nobody"));

        Pawl.Outcome check = Pawl.run("config", "check", "--config", folder);
        Pawl.Outcome replay = Pawl.run("replay", "--config", folder);

        assertThat(check.exitCode()).isEqualTo(2);
        assertThat(check.out()).contains("outageTick");
        assertThat(check.error()).isEmpty();
        assertThat(replay.exitCode()).isEqualTo(2);
        assertThat(replay.out()).isEmpty();
        assertThat(replay.error()).startsWith("pawl: ").contains("outageTick");
    }

    @Test
    void stackTracesAreForThoseWhoAsk() {
        assertThat(Pawl.run("log", "stat", "nowhere").error())
                .startsWith("pawl: ")
                .hasLineCount(1);
        assertThat(Pawl.command("log", "stat", "nowhere")
                        .with("PAWL_DEBUG", "1")
                        .run()
                        .error())
                .contains("\tat ");
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
