package pawl.kernel.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.storage.LogStore;
import pawl.kernel.Archives;
import pawl.kernel.contract.ArchivedMajor;
import pawl.kernel.contract.PawlException;
import pawl.kernel.inspect.DataReading;
import pawl.storage.ConfigurationFiles;

class MajorArchiveTest {
    private static final Path PLUGINS = GoldenFolder.PLUGINS;

    @TempDir
    private Path folder;

    @Test
    void allOfAMajorIsMovedAndListed() throws Exception {
        Path data = GoldenFolder.copy("1.0.0", folder.resolve("data"));
        GoldenFolder.seal(data, "2026-07-19");
        SortedMap<String, byte[]> before = GoldenFolder.content(data);
        ArchivedMajor moved = Archives.major(data, PLUGINS);
        assertThat(moved.folder()).isEqualTo(data.resolve("archive/1-v1"));
        assertThat(moved.formatVersion()).isEqualTo("1.0.0");
        assertThat(moved.files()).isEqualTo(before.size());
        assertMoved(before, moved.folder());
        assertThat(GoldenFolder.content(data).keySet()).allMatch(name -> name.startsWith("archive/1-v1/"));
    }

    @Test
    void aSecondOneHasANumberOfItsOwn() throws Exception {
        Path data = GoldenFolder.copy("1.0.0", folder.resolve("data"));
        Archives.major(data, PLUGINS);
        GoldenFolder.copy("1.0.0", data);
        assertThat(Archives.major(data, PLUGINS).folder()).isEqualTo(data.resolve("archive/2-v1"));
    }

    @Test
    void whereNothingIsNothingIsMoved() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> Archives.major(data, PLUGINS))
                .withMessageContaining("has no log and no snapshot");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> Archives.major(folder.resolve("none"), PLUGINS))
                .withMessageContaining("is no folder");
    }

    @Test
    void anEngineThatRunsKeepsItsFolder() throws Exception {
        Path data = GoldenFolder.copy("1.0.0", folder.resolve("data"));
        SortedMap<String, byte[]> before = GoldenFolder.content(data);
        Process engine = LockingProcess.start(data);
        try {
            assertThatExceptionOfType(PawlException.class)
                    .isThrownBy(() -> Archives.major(data, PLUGINS))
                    .withMessageContaining("is in use by the engine with process id " + engine.pid());
        } finally {
            engine.destroy();
            engine.waitFor();
        }
        assertThat(GoldenFolder.content(data)).containsExactlyInAnyOrderEntriesOf(before);
    }

    @Test
    void killedAtEveryStepItLosesNothingAndIsFinishedByTheNext() throws Exception {
        int steps = 0;
        boolean isKilled = true;
        while (isKilled) {
            Path data = GoldenFolder.copy("1.0.0", folder.resolve("data" + steps));
            SortedMap<String, byte[]> before = GoldenFolder.content(data);
            isKilled = isKilledAfter(steps, data);
            assertThat(GoldenFolder.content(data).values())
                    .as("killed after %d steps", steps)
                    .usingElementComparator(Arrays::compare)
                    .containsAll(before.values());
            if (isKilled) {
                boolean isBegun = Files.exists(data.resolve("archive/1-v1/moving.json"));
                assertThat(isRefused(data)).as("killed after %d steps", steps).isEqualTo(isBegun);
                assertThat(Archives.major(data, PLUGINS).isContinued()).isEqualTo(isBegun);
            }
            assertMoved(before, last(data));
            steps++;
        }
        assertThat(steps).isEqualTo(9);
    }

    private static boolean isKilledAfter(int steps, Path data) throws Exception {
        try (LogStore store = DataReading.hold(data, PLUGINS)) {
            new MajorArchive(data, store, new StoppedMoves(steps)).move();
            return false;
        } catch (StoppedStore.Killed e) {
            return true;
        }
    }

    private static boolean isRefused(Path data) throws Exception {
        try (LogStore store = DataReading.open(data, PLUGINS)) {
            return store.exists("never");
        } catch (PawlException e) {
            assertThat(e).hasMessageContaining("pawl archive --data " + data + " --major finishes it");
            return true;
        }
    }

    private static Path last(Path data) {
        Path second = data.resolve("archive/2-v1");
        return Files.exists(second) ? second : data.resolve("archive/1-v1");
    }

    @Test
    void anotherMajorIsRefusedWithTheCommandThatMovesIt() throws Exception {
        Path data = GoldenFolder.copy("1.0.0", folder.resolve("data"));
        Path ticks = data.resolve("ticks/2026-07-19.log");
        byte[] bytes = Files.readAllBytes(ticks);
        bytes[8] = 2;
        Files.write(ticks, bytes);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> DataReading.open(data, PLUGINS))
                .withMessageContaining("ticks/2026-07-19.log is of format 2.0.0")
                .withMessageContaining("pawl archive --data " + data + " --major")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(PawlException.Kind.BAD_DATA));
        assertThat(Archives.major(data, PLUGINS).folder()).isEqualTo(data.resolve("archive/1-v2"));
        DataReading.open(data, PLUGINS).close();
    }

    private static void assertMoved(SortedMap<String, byte[]> before, Path archive) throws IOException {
        SortedMap<String, byte[]> after = GoldenFolder.content(archive);
        String manifest = new String(after.remove("manifest.json"), StandardCharsets.UTF_8);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        for (String name : before.keySet()) {
            byte[] bytes = before.get(name);
            assertThat(after.get(name)).isEqualTo(bytes);
            String sha256 = ConfigurationFiles.sha256(bytes);
            assertThat(manifest)
                    .contains("{\"name\": \"" + name + "\", \"bytes\": " + bytes.length + ", \"sha256\": \"" + sha256
                            + "\"}");
        }
        assertThat(ArchiveManifest.parse(manifest).text()).isEqualTo(manifest);
    }
}
