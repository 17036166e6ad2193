package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache that the build made is used however the zip was unpacked; where it cannot be used, all is as before and nobody hears of it. */
class AheadOfTimeIT {
    private static final String FROM_CACHE = "source: shared objects file";
    private static final List<String> CLASSES = List.of(
            "pawl.cli.ReplayCommand",
            "pawl.kernel.engine.Engine",
            "tools.jackson.databind.ObjectMapper",
            "pawl.plugin.exchange.binance.BinanceProvider",
            "pawl.plugin.feature.standard.StandardFeatureExtractorProvider");

    /** Java's own reader of zips gives all files the time of now; the folder's name has a blank. */
    @Test
    void classesOfPawlOfLibrariesAndOfPluginsComeFromTheCache() throws IOException {
        assertThat(loadedByReplay(Distribution.home())).containsAll(CLASSES);
    }

    @Test
    void whatIsLoadedToHearAMarketComesFromItToo() throws IOException {
        assertThat(loadedBy(Distribution.home(), "run", "--data", "heard", "--duration", "1s"))
                .contains("io.vertx.core.impl.VertxImpl", "pawl.kernel.live.LiveRun");
    }

    @Test
    void theyDoWhereTheZipWasUnpackedInAnotherTimeZoneByOtherMeans() throws IOException {
        Assumptions.assumeTrue(
                System.getenv("CI") != null || Files.isExecutable(Path.of("/usr/bin/unzip")), "no unzip");
        Path folder = Distribution.scratch("elsewhere");
        Pawl.program("unzip", "-q", System.getProperty("pawl.zip"))
                .in(folder)
                .with("TZ", "Asia/Tokyo")
                .succeed();
        Path home = folder.resolve(Distribution.home().getFileName());

        assertThat(loadedByReplay(home)).containsAll(CLASSES);
        assertThat(Pawl.program(home.resolve("bin/pawl"), "replay", "--json")
                        .with("TZ", "Asia/Tokyo")
                        .succeed())
                .satisfies(outcome -> assertThat(outcome.digest())
                        .isEqualTo(BundledReplay.once().digest()))
                .satisfies(outcome -> assertThat(outcome.error()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:+UseZGC",
                "-XX:+UseG1GC",
                "-Xmx40g",
                "-XX:+UseCompactObjectHeaders",
                "-Xshare:off",
                "-XX:AOTMode=off",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"
            })
    void optionsThatDoNotSuitItMakeItSlowerAndNothingElse(String options) {
        Pawl.Outcome version = Pawl.command("version").javaOptions(options).succeed();

        assertThat(version.error()).isEmpty();
        assertThat(version.out()).isEqualTo(Pawl.succeed("version").out());
    }

    @Test
    void itIsNotMissedWhereSomebodyRemovedIt() throws IOException {
        Path home = Distribution.scratch("without");
        for (String folder : List.of("runtime", "bin")) {
            Pawl.program("cp", "-R", Distribution.home().resolve(folder), home).succeed();
        }
        Files.delete(home.resolve("runtime/lib/pawl.jsa"));

        Pawl.Outcome version = Pawl.program(home.resolve("bin/pawl"), "version").succeed();

        assertThat(version.error()).isEmpty();
        assertThat(version.out()).isEqualTo(Pawl.succeed("version").out());
    }

    /** A replay to its first ticks. */
    private static List<String> loadedByReplay(Path home) throws IOException {
        return loadedBy(home, "replay", "--until", BundledReplay.once().firstTick() + 1);
    }

    /** The classes of one command, of those that were loaded from the cache. */
    private static List<String> loadedBy(Path home, Object... command) throws IOException {
        Path folder = Distribution.scratch("classes");
        Pawl.program(Stream.concat(Stream.of(home.resolve("bin/pawl")), Stream.of(command))
                        .toArray())
                .in(folder)
                .javaOptions("-Xlog:class+load:file=loaded")
                .succeed();
        return Files.readAllLines(folder.resolve("loaded")).stream()
                .filter(line -> line.endsWith(FROM_CACHE))
                .map(line -> line.replaceFirst("^(\\[[^]]*])+ ", "").replaceFirst(" source: .*", ""))
                .toList();
    }
}
