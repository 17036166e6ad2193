package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDigestTest {
    private static final String COMMAND =
            "find logs ticks snapshots -type f | LC_ALL=C sort | xargs sha256sum | sha256sum";

    private final HeapLogStore store = new HeapLogStore();

    @Test
    void ofNothingIsTheHashOfNothing() throws Exception {
        assertThat(StoreDigest.of(store).sha256())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void coversLogsSnapshotsAndTicksInOrderOfCharacters() throws Exception {
        for (String name : List.of("ticks/b", "logs/a_/1", "logs/a/1", "logs/B", "snapshots/x", "configuration/c")) {
            store.files.put(name, name.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(StoreDigest.of(store).files())
                .extracting(StoreDigest.FileHash::name)
                .containsExactly("logs/B", "logs/a/1", "logs/a_/1", "snapshots/x", "ticks/b");
    }

    @Test
    void isWhatTheCommandInTheFormatPagePrints(@TempDir Path folder) throws Exception {
        Samples.writeSample(store);
        new SnapshotStore(store, Samples.IDENTITY)
                .write(Samples.FAN, Samples.TICK, 1, List.of(), new long[100], 0, 100);
        store.files.put("logs/big", new byte[200_000]);
        for (Map.Entry<String, byte[]> file : store.files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        assertThat(Path.of("../../docs/format.md")).content().contains(COMMAND);
        assertThat(run(folder)).isEqualTo(StoreDigest.of(store).sha256() + "  -");
    }

    private static String run(Path folder) throws InterruptedException {
        try {
            Process shell = new ProcessBuilder("sh", "-c", COMMAND)
                    .directory(folder.toFile())
                    .start();
            String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            Assumptions.assumeTrue(shell.waitFor() == 0, "there is no sha256sum here");
            return printed;
        } catch (IOException e) {
            return Assumptions.abort("there is no shell here: " + e.getMessage());
        }
    }
}
