package pawl.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.kernel.toy.HeapLogStore;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.Durability;
import pawl.storage.ForceThreads;

/** Engines in processes of their own, whose disk is full, may not be written, is another engine's, or holds what it should not. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class DiskFaultsTest {
    private static final long SEED = 77;
    private static final int BUSY_TICKS = 200;

    @TempDir
    private Path parent;

    private record Ended(int exit, String said) {}

    private static Ended run(Path folder, Durability durability) throws Exception {
        return ended(command(folder, durability));
    }

    private static List<String> command(Path folder, Durability durability) throws Exception {
        return ChildJava.command(KilledEngine.class, folder, SEED, BUSY_TICKS, durability, Integer.MAX_VALUE, 0);
    }

    private static Ended ended(List<String> command) throws Exception {
        Process engine = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(engine.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(engine.waitFor(), said);
    }

    private static HeapLogStore straight() throws Exception {
        HeapLogStore store = new HeapLogStore();
        new FaultRun(SEED, BUSY_TICKS, Durability.SYSTEM, ForceThreads.NONE).toTheEnd(store);
        return store;
    }

    private static void requireWhole(Path folder) throws Exception {
        Ended resumed = run(folder, Durability.SECOND);
        assertThat(resumed.exit()).as(resumed.said()).isZero();
        Folders.requireSame("gone on", folder, straight());
    }

    @Test
    void aFullDiskStopsTheEngineAndRoomLetsItGoOn() throws Exception {
        if (!SmallDisk.isAllowed(parent.resolve("tried"))) {
            System.out.println("no disk may be mounted here: a limit on the size of files takes a full disk's place");
            aFileThatMayNotGrow(parent.resolve("limited"));
            return;
        }
        for (Durability durability : Durability.values()) {
            Path mount = parent.resolve("small" + durability);
            try (SmallDisk disk = SmallDisk.mount(mount, 64)) {
                Ended full = run(mount.resolve("data"), durability);
                assertThat(full.exit()).as(full.said()).isOne();
                assertThat(full.said())
                        .containsPattern(
                                "PawlException: tick \\d+ could not be stored: cannot .*No space left on device")
                        .contains(
                                "free some space there, or give a data folder on another disk; what was committed is kept");
                disk.resize(16_384);
                requireWhole(mount.resolve("data"));
            }
        }
    }

    /** In blocks of 512 or 1,024 bytes, whichever the shell takes. */
    private static void aFileThatMayNotGrow(Path folder) throws Exception {
        List<String> limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 16 && exec \"$@\"", "sh"));
        limited.addAll(command(folder, Durability.SECOND));
        Ended full = ended(limited);
        assertThat(full.exit()).as(full.said()).isOne();
        assertThat(full.said())
                .containsPattern("PawlException: tick \\d+ could not be stored: cannot append to .*File too large")
                .contains("what was committed is kept");
        requireWhole(folder);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws Exception {
        if (!SmallDisk.isAllowed(parent.resolve("tried"))) {
            Path sealed = Files.createDirectory(parent.resolve("sealed"));
            Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
            requireReadOnly(sealed);
            Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("rwxr-xr-x"));
            requireWhole(sealed);
            return;
        }
        Path mount = parent.resolve("sealed");
        try (SmallDisk disk = SmallDisk.mount(mount, 16_384)) {
            Files.createDirectories(mount.resolve("data"));
            disk.makeReadOnly();
            requireReadOnly(mount.resolve("data"));
            disk.resize(16_384);
            requireWhole(mount.resolve("data"));
        }
    }

    private static void requireReadOnly(Path folder) throws Exception {
        Ended refused = run(folder, Durability.SECOND);
        assertThat(refused.exit()).as(refused.said()).isOne();
        assertThat(refused.said())
                .contains("allow the user that runs Pawl to write there, or give another data folder");
    }

    @Test
    void aFolderOfAnotherEngineIsRefusedAndItsOwnerNamed() throws Exception {
        Path folder = parent.resolve("data");
        try (LogStore owner = new FileLogStoreProvider().open(folder, Settings.of("storage", Map.of()))) {
            Ended second = run(folder, Durability.SECOND);
            assertThat(second.exit()).as(second.said()).isOne();
            assertThat(second.said())
                    .contains("in use by the engine with process id "
                            + ProcessHandle.current().pid() + "; stop that one, or give another data folder");
            assertThat(owner.list("ticks")).isEmpty();
        }
        requireWhole(folder);
    }

    @Test
    void aSymbolicLinkInPlaceOfALogIsRefusedAndNotFollowed() throws Exception {
        Path folder = parent.resolve("data");
        requireWhole(folder);
        Path log = folder.resolve(straight().list("ticks").getLast());
        Path elsewhere = Files.move(log, parent.resolve("elsewhere"));
        byte[] before = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(log, elsewhere);
        Ended refused = run(folder, Durability.SECOND);
        assertThat(refused.exit()).as(refused.said()).isOne();
        assertThat(refused.said()).contains(log + " is a symbolic link, and a regular file is expected there");
        assertThat(elsewhere).hasBinaryContent(before);
    }
}
