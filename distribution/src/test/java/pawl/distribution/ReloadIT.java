package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins are swapped in an engine that runs, and a replay across the swaps leaves the same bytes. */
class ReloadIT {
    private static final String BINANCE = "exchange-binance";
    private static final String GIVES_DATA = ".* [5-9] of 12 streams give data";

    /** A socket's path has room for about a hundred bytes. */
    @TempDir
    Path folder;

    private PluginsFolder plugins;
    private Path data;
    private Path capture;

    @BeforeEach
    void copyPlugins() {
        plugins = PluginsFolder.copyTo(folder.resolve("plugins"));
        data = folder.resolve("data");
        capture = folder.resolve("capture");
    }

    private PawlProcess run(Object... more) {
        Object[] arguments = {
            "run", "--pace", 10, "--plugins", plugins.folder(), "--data", data, "--capture", capture,
        };
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return PawlProcess.start(all);
    }

    /** Asks for a reload; gives what changed, as {@code OUTCOME id}. */
    private List<String> reload(int exitCode) {
        Pawl.Outcome outcome = Pawl.run("plugins", "reload", "--data", data, "--json");
        assertThat(outcome.exitCode())
                .as("it said %s%s", outcome.out(), outcome.error())
                .isEqualTo(exitCode);
        return outcome.json()
                .get("changes")
                .valueStream()
                .map(change -> change.get("outcome").asString() + " "
                        + change.get("id").asString())
                .toList();
    }

    private Path replayed(String name) {
        Path again = folder.resolve(name);
        Pawl.succeed("replay", capture, "--plugins", plugins.folder(), "--recorded-plugins", "--data", again);
        return again;
    }

    @Test
    void aPluginIsReplacedRemovedAndAddedUnderLoad() throws IOException {
        try (PawlProcess run = run()) {
            run.awaitLine(GIVES_DATA);
            assertThat(reload(0)).as("nothing changed").isEmpty();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("control"))))
                    .isEqualTo("rw-------");

            plugins.rebuild(BINANCE, "9.0.0");
            Pawl.Outcome replaced = Pawl.succeed("plugins", "reload", "--data", data);
            assertThat(replaced.out())
                    .matches(
                            "exchange-binance of binance: replaced in tick \\d+: 0\\.1\\.0 sha256:[0-9a-f]{12} -> 9\\.0\\.0 sha256:[0-9a-f]{12}\n");
            run.awaitLine(GIVES_DATA);

            plugins.spoil(BINANCE);
            plugins.rebuild("feature-standard", "9.0.0");
            assertThat(reload(1)).containsExactly("REFUSED exchange-binance", "NEEDS_RESTART feature-standard");
            plugins.restore("feature-standard");

            plugins.remove(BINANCE);
            assertThat(reload(0)).containsExactly("REMOVED exchange-binance");
            run.awaitLine(".*: its plugin was taken away");
            plugins.rebuild("tier-liquidity", "9.0.0");
            plugins.restore(BINANCE);
            assertThat(reload(0)).containsExactly("ADDED exchange-binance", "NOT_USED tier-liquidity");
            run.awaitLine(GIVES_DATA);
            run.terminate();
            assertThat(run.awaitEnd()).isZero();
        }
        assertThat(data.resolve("control")).doesNotExist();

        Path again = replayed("again");
        assertThat(StoredFiles.hashes(again)).isEqualTo(StoredFiles.hashes(data));
        assertThat(Pawl.succeed("log", "cat", data, "--type", "ADAPTER_CHANGE", "--json")
                        .jsonLines())
                .as("three, in the logs of two tokens")
                .hasSize(6);
        for (String token : List.of("CHZ", "SANTOS")) {
            AggregateIds ids = AggregateIds.of(data, token);
            assertThat(ids.logged()).as(token).isNotEmpty();
            assertThat(ids.missing())
                    .as("trades of %s that are in no log and no gap", token)
                    .isEmpty();
        }
        // The inputs in the log give its decisions, whoever decoded them.
        Pawl.succeed("timeline", "--data", data, "--plugins", plugins.folder());

        Pawl.Outcome refused = Pawl.run("replay", capture, "--plugins", plugins.folder());
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.error())
                .contains("changes to exchange-binance sha256:")
                .contains("--recorded-plugins");
    }

    @Test
    void killedAfterAChangeItLeavesACaptureThatReplays() {
        try (PawlProcess run = run()) {
            run.awaitLine(GIVES_DATA);
            plugins.rebuild(BINANCE, "9.0.0");
            assertThat(reload(0)).containsExactly("REPLACED exchange-binance");
            run.awaitLine(GIVES_DATA);
            run.kill();
        }
        assertThat(Pawl.run("plugins", "reload", "--data", data).error()).contains("was cut off and runs no more");

        Map<String, byte[]> again = logs(replayed("again"));
        Map<String, byte[]> killed = logs(data);
        assertThat(killed).isNotEmpty();
        killed.forEach((name, bytes) -> {
            int whole = bytes.length - bytes.length % 64;
            byte[] same = again.get(name);
            int common = Math.min(whole, same.length);
            assertThat(Arrays.copyOf(same, common)).as(name).isEqualTo(Arrays.copyOf(bytes, common));
        });

        plugins.restore(BINANCE);
        new PluginsFolder(capture.resolve("plugins")).spoil(".");
        Pawl.Outcome spoilt = Pawl.run("replay", capture, "--plugins", plugins.folder(), "--recorded-plugins");
        assertThat(spoilt.exitCode()).isEqualTo(3);
        assertThat(spoilt.error()).contains("holds files of the hash ").contains("restore it from a copy");

        new PluginsFolder(capture).remove("plugins");
        plugins.rebuild(BINANCE, "9.0.0");
        Pawl.Outcome lost = Pawl.run("replay", capture, "--plugins", plugins.folder(), "--recorded-plugins");
        assertThat(lost.exitCode()).isEqualTo(2);
        assertThat(lost.error()).contains("what comes before is to be decoded by exchange-binance 0.1.0 sha256:");
    }

    @Test
    void aRunGoesOnWithTheBuildThatItWasLeftWith() {
        try (PawlProcess run = run()) {
            run.awaitLine(GIVES_DATA);
            plugins.rebuild(BINANCE, "9.0.0");
            assertThat(reload(0)).containsExactly("REPLACED exchange-binance");
            run.terminate();
            assertThat(run.awaitEnd()).isZero();
        }
        try (PawlProcess run = run("--resume")) {
            run.awaitLine(GIVES_DATA);
            plugins.remove(BINANCE);
            assertThat(reload(0)).containsExactly("REMOVED exchange-binance");
            run.terminate();
            assertThat(run.awaitEnd()).isZero();
        }
        plugins.rebuild(BINANCE, "9.0.0");
        Pawl.succeed(
                "run",
                "--resume",
                "--pace",
                10,
                "--plugins",
                plugins.folder(),
                "--data",
                data,
                "--capture",
                capture,
                "--duration",
                "5s");
        Map<String, byte[]> again = logs(replayed("again"));
        logs(data).forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
        Pawl.succeed("timeline", "--data", data, "--plugins", plugins.folder());
    }

    @Test
    void whereNoEngineRunsThereIsNoneToAsk() {
        Pawl.Outcome outcome = Pawl.run("plugins", "reload", "--data", folder.resolve("nowhere"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).startsWith("pawl: no engine listens at ").contains("pawl run --data DIR");
    }

    private static Map<String, byte[]> logs(Path data) {
        Map<String, byte[]> logs = new TreeMap<>();
        for (String part : List.of("logs", "ticks")) {
            for (Path file : Distribution.filesBelow(data.resolve(part))) {
                logs.put(data.relativize(file).toString(), StoredFiles.bytes(file));
            }
        }
        return logs;
    }
}
