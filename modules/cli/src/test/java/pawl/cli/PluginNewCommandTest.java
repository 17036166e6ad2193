package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.kernel.contract.PawlException;

class PluginNewCommandTest {
    @TempDir
    Path folder;

    private CommandRun create(String id, Path into, String... more) {
        List<String> arguments = new ArrayList<>(List.of("plugin", "new", id, "--into", into.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.in(new Installation(Optional.of(folder.resolve("home"))), arguments.toArray(String[]::new));
    }

    private static List<String> files(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> project.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange-kraken", "feature-flow", "tier-volume", "storage-split"})
    void aProjectOfEachKindSpeaksOfNothingButItself(String id) throws IOException {
        Path project = folder.resolve("a/b");
        CommandRun run = create(id, project);

        assertThat(run.error()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("target/" + id);
        assertThat(files(project)).contains("pom.xml", "README.md", "src/main/java/module-info.java");
        for (String file : files(project)) {
            assertThat(file + "\n" + Files.readString(project.resolve(file)))
                    .as(file)
                    .doesNotContainIgnoringCase("acme")
                    .doesNotContain("@api@", "@repository@");
        }
        assertThat(Files.readString(project.resolve("pom.xml")))
                .contains(
                        "<artifactId>" + id + "</artifactId>",
                        folder.resolve("home/repository").toUri().toString());
    }

    @Test
    void thePackageCanBeChosen() throws IOException {
        Path project = folder.resolve("new");
        create("feature-order-flow", project, "--package", "com.example.flow");

        assertThat(files(project)).contains("src/main/java/com/example/flow/OrderFlowExtractor.java");
        assertThat(Files.readString(project.resolve("src/main/java/module-info.java")))
                .contains("module com.example.flow {", "with com.example.flow.OrderFlowProvider;");
    }

    @Test
    void whatIsThereStaysUntouched() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        CommandRun run = create("exchange-acme", folder);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errorLines()).singleElement().asString().contains("is there already", "--into");
        assertThat(files(folder)).containsExactly("notes.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme", "exchange", "exchange-", "exchange-Acme", "exchange_acme", "market-acme", "exchange-é"})
    void anIdSaysItsKindFirst(String id) {
        CommandRun run = create(id, folder.resolve("new"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errorLines()).singleElement().asString().contains("'" + id + "'", "exchange-acme");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "com.class", "pawl.api", "com..acme", "a-b"})
    void aPackageIsAName(String packageName) {
        CommandRun run = create("tier-acme", folder.resolve("new"), "--package", packageName);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errorLines()).singleElement().asString().contains("'" + packageName + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "exchange-acme, exchange.acme, Acme",
        "exchange-big-venue, exchange.bigvenue, BigVenue",
        "tier-static, tier.staticx, Staticx",
        "storage-3fs, storage.n3fs, N3fs"
    })
    void namesAreMadeFromTheId(String id, String packageName, String className) throws PawlException {
        PluginNames names = PluginNames.of(id, Optional.empty());

        assertThat(names.packageName()).isEqualTo(packageName);
        assertThat(names.className()).isEqualTo(className);
    }
}
