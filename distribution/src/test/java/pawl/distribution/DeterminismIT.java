package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D1: the same frames, configuration and plugins give the same bytes on any machine. */
class DeterminismIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation",
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-XX:+UseG1GC",
                "-XX:+UseZGC",
                "-Xmx64m",
                "-Xmx64m -XX:+UseG1GC",
                "-XX:ActiveProcessorCount=1",
                "-XX:ActiveProcessorCount=2 -XX:+UseParallelGC",
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=ar -Duser.country=EG -Duser.timezone=Asia/Kathmandu",
                "-Dfile.encoding=ISO-8859-1",
                "-XX:hashCode=2"
            })
    void noVirtualMachineMatters(String options) {
        assertThat(replay(Pawl.command("replay", "--json").javaOptions(unlocked(options))))
                .isEqualTo(BundledReplay.once().digest());
    }

    /** Clusters, phases and all six inputs are in a scenario; in the bundled recording they are not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xint",
                "-XX:TieredStopAtLevel=1",
                "-XX:-TieredCompilation -XX:+UseParallelGC",
                "-XX:+UseZGC -XX:ActiveProcessorCount=1",
                "-Xmx64m -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Dfile.encoding=UTF-16",
                "-XX:hashCode=2"
            })
    void noVirtualMachineMattersToAScenario(String options) {
        ScenarioRun run = ScenarioRun.of("cascade");
        assertThat(replay(scenario(run, run.capture()).javaOptions(unlocked(options))))
                .isEqualTo(run.json().get("digest").asString());
    }

    @Test
    void howAScenarioIsSplitIntoFilesDoesNotMatter() {
        ScenarioRun run = ScenarioRun.of("cascade");
        Path early = Distribution.scratch("early-and-late");
        Path dealt = Distribution.scratch("dealt");
        List<Path> earlyAndLate = SplitCapture.split(run.capture(), early, 2, frame -> frame < 54_321 ? 0 : 1);
        List<Path> dealtOut = SplitCapture.split(run.capture(), dealt, 3, frame -> (int) (frame * 31 % 101 % 3));
        for (List<Path> parts : List.of(earlyAndLate, earlyAndLate.reversed(), dealtOut, dealtOut.reversed())) {
            assertThat(replay(scenario(run, parts.toArray(Path[]::new))))
                    .isEqualTo(run.json().get("digest").asString());
        }
    }

    private static Pawl scenario(ScenarioRun run, Path... captures) {
        List<Object> arguments = new ArrayList<>(List.of("replay", "--json"));
        arguments.addAll(List.of(captures));
        arguments.addAll(List.of("--config", run.usedConfiguration()));
        return Pawl.command(arguments.toArray());
    }

    @ParameterizedTest
    @CsvSource({"TZ, Asia/Kathmandu", "TZ, America/New_York", "LC_ALL, tr_TR.UTF-8", "LC_ALL, C"})
    void noEnvironmentMatters(String variable, String value) {
        assertThat(replay(Pawl.command("replay", "--json").with(variable, value)))
                .isEqualTo(BundledReplay.once().digest());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfThePluginFoldersDoesNotMatter(long seed) throws IOException {
        Path shuffled = Distribution.scratch("plugins");
        List<Path> plugins;
        try (Stream<Path> folders = Files.list(Distribution.home().resolve("plugins"))) {
            plugins = shuffle(folders.sorted().toList(), seed);
        }
        for (int i = 0; i < plugins.size(); i++) {
            Path copy = Files.createDirectory(shuffled.resolve((char) ('z' - i) + "-folder"));
            for (Path jar : shuffle(Distribution.filesBelow(plugins.get(i)), seed)) {
                Files.copy(jar, copy.resolve(jar.getFileName()));
            }
        }

        assertThat(replay(Pawl.command("replay", "--json", "--plugins", shuffled)))
                .as("seed " + seed)
                .isEqualTo(BundledReplay.once().digest());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theOrderOfTheCapturesDoesNotMatter(List<Integer> order) {
        List<Path> parts = Parts.ONCE;
        List<Object> arguments = new ArrayList<>(List.of("replay", "--json"));
        order.forEach(part -> arguments.add(parts.get(part)));

        assertThat(replay(Pawl.command(arguments.toArray())))
                .isEqualTo(BundledReplay.once().digest());
    }

    static List<List<Integer>> orders() {
        return List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
    }

    @Test
    void aSecondRunGivesTheSameFiles() {
        Path data = Distribution.scratch("again").resolve("data");

        Pawl.succeed("replay", "--data", data, "--json");

        assertThat(StoredFiles.hashes(data))
                .isEqualTo(StoredFiles.hashes(BundledReplay.once().data()));
    }

    private static String replay(Pawl command) {
        return command.succeed().digest();
    }

    private static String unlocked(String options) {
        return options.contains("hashCode") ? "-XX:+UnlockExperimentalVMOptions " + options : options;
    }

    private static List<Path> shuffle(List<Path> paths, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Path> rest = new ArrayList<>(paths);
        return IntStream.range(0, paths.size())
                .mapToObj(_ -> rest.remove(random.nextInt(rest.size())))
                .toList();
    }

    /** The bundled recording dealt out to three captures, one line each in turn. */
    private static final class Parts {
        private static final List<Path> ONCE = deal();

        private static List<Path> deal() {
            Path folder = Distribution.scratch("parts");
            List<String> lines = Recording.bundledLines();
            return IntStream.range(0, 3)
                    .mapToObj(part -> Recording.write(
                            folder.resolve("part-" + part),
                            IntStream.range(0, lines.size())
                                    .filter(line -> line % 3 == part)
                                    .mapToObj(lines::get)
                                    .toList()))
                    .toList();
        }
    }
}
