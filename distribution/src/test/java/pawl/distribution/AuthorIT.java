package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pawl.distribution.Pawl.Outcome;

/** An author's way from nothing to a running plugin, with the zip, Maven and a JDK, and none of Pawl's sources. */
class AuthorIT {
    private static final int MOST_COMMANDS = 10;
    private static final int BUILD_SECONDS = 600;
    private static final Pattern QUICK_START = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final List<String> OTHER_KINDS = List.of("feature-flow", "tier-volume", "storage-split");

    private static Path tools;

    /** The Maven that builds Pawl, under the name by which everybody calls it. */
    @BeforeAll
    static void putMavenOnThePath() throws IOException {
        tools = Distribution.scratch("tools");
        Path script = tools.resolve("mvn");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("pawl.maven.home"), "bin", "mvn")
                        + "' -B --no-transfer-progress \"$@\"\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    /** Another installation that shares what no test changes, so that plugins can be dropped into it. */
    private static Path installation() throws IOException {
        Path home = Distribution.scratch("home");
        for (String shared : List.of("runtime", "repository", "config", "recordings", "docs")) {
            Files.createSymbolicLink(home.resolve(shared), Distribution.home().resolve(shared));
        }
        for (String own : List.of("bin", "plugins")) {
            Pawl.program("cp", "-R", Distribution.home().resolve(own), home).succeed();
        }
        return home;
    }

    private static Outcome shell(Path home, Path folder, String commands) {
        return Pawl.program("sh", "-ec", commands)
                .in(folder)
                .with("PAWL_HOME", home.toString())
                .with("HOME", System.getProperty("user.home"))
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("PATH", tools + ":/usr/bin:/bin")
                .within(BUILD_SECONDS)
                .succeed();
    }

    @Test
    void thePagesCommandsReachARunningPluginWordForWord() throws IOException {
        Matcher block = QUICK_START.matcher(Files.readString(Distribution.home().resolve("docs/plugins.md")));
        assertThat(block.find()).as("the page has its quick start").isTrue();
        String commands = block.group(1).replace("$PAWL_HOME/", "\"$PAWL_HOME\"/");
        assertThat(commands.lines()).hasSizeBetween(1, MOST_COMMANDS);
        Path home = installation();
        Path folder = Distribution.scratch("author");

        Outcome outcome = shell(home, folder, commands);

        assertThat(outcome.error()).doesNotContain("WARNING");
        Path project = folder.resolve("exchange-acme");
        assertThat(Files.readString(project.resolve("target/conformance/exchange-acme.txt")))
                .contains("EX-01", "passed")
                .doesNotContain("failed");
        assertThat(outcome.out()).contains("configuration is fine");
        String logs =
                Pawl.succeed("log", "stat", project.resolve("out"), "--json").out();
        assertThat(logs).contains("exchange exchange-acme", "CHZUSD", "SANUSD");
    }

    @Test
    void pluginsOfTheOtherKindsAreWrittenBuiltAndDroppedIn() throws IOException {
        Path home = installation();
        Path folder = Distribution.scratch("author");
        Files.writeString(folder.resolve("pom.xml"), aggregator());
        String created = OTHER_KINDS.stream()
                .map(id -> "\"$PAWL_HOME\"/bin/pawl plugin new " + id + "\n")
                .collect(Collectors.joining());
        String dropped = OTHER_KINDS.stream()
                .map(id -> "cp -r " + id + "/target/" + id + " \"$PAWL_HOME\"/plugins/\n")
                .collect(Collectors.joining());
        shell(home, folder, created + "mvn verify\n" + dropped);
        for (String id : OTHER_KINDS) {
            assertThat(Files.readString(folder.resolve(id + "/target/conformance/" + id + ".txt")))
                    .contains("passed")
                    .doesNotContain("failed");
        }

        Path configuration = configuration(folder);
        Path data = folder.resolve("data");
        shell(home, folder, "\"$PAWL_HOME\"/bin/pawl replay --config config --data data");
        Path logs = data.resolve("tokens/BTCUSDT/logs");
        assertThat(Distribution.filesBelow(logs)).hasSize(1);
        byte[] log = Files.readAllBytes(Distribution.filesBelow(logs).getFirst());
        assertThat(new String(log, StandardCharsets.ISO_8859_1))
                .as("the log's header under " + configuration)
                .contains(OTHER_KINDS);
    }

    /** One run of Maven for all three. */
    private static String aggregator() {
        String modules =
                OTHER_KINDS.stream().map(id -> "<module>" + id + "</module>").collect(Collectors.joining());
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>all</groupId><artifactId>all</artifactId><version>1</version><packaging>pom</packaging>
                  <modules>%s</modules>
                </project>
                """.formatted(modules);
    }

    private static Path configuration(Path folder) throws IOException {
        Path configuration = Files.createDirectories(folder.resolve("config"));
        String shipped = Files.readString(Distribution.home().resolve("config/pawl.yaml"));
        String changed = shipped.replace("{plugin: feature-standard, settings: {}}", "{plugin: feature-flow}")
                .replace("{plugin: tier-static, settings: {}}", "{plugin: tier-volume}")
                .replace("{plugin: storage-file, settings: {}}", "{plugin: storage-split}");
        assertThat(changed).contains(OTHER_KINDS);
        Files.writeString(configuration.resolve("pawl.yaml"), changed);
        return configuration;
    }
}
