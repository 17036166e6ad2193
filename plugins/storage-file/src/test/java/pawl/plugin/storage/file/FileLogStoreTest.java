package pawl.plugin.storage.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** What is the file store's own, besides what {@link FileStoreConformanceTest} holds it to. */
class FileLogStoreTest {
    private static final Settings NO_SETTINGS = Settings.of("storage.settings", Map.of());

    @TempDir
    private Path folder;

    private LogStore store;

    @BeforeEach
    void openStore() throws StorageException {
        store = provider().open(folder, NO_SETTINGS);
    }

    @AfterEach
    void closeStore() throws StorageException {
        store.close();
    }

    private static LogStoreProvider provider() {
        return new FileLogStoreProvider();
    }

    @Test
    void hasAPermanentId() {
        assertThat(provider().id()).isEqualTo("storage-file");
    }

    @Test
    void aSegmentIsTheFileOfItsName() throws IOException {
        try (LogSegment segment = store.open("logs/BTC/1.log")) {
            segment.append(bytes("hello"), 0, 5);
            segment.force();
            segment.force();
        }
        store.replace("snapshots/BTC/1.snapshot", bytes("state"), 0, 5);
        assertThat(folder.resolve("logs/BTC/1.log")).hasContent("hello");
        assertThat(folder.resolve("snapshots/BTC/1.snapshot")).hasContent("state");
        assertThat(folder.resolve("replacement")).doesNotExist();
    }

    @Test
    void whatWasWrittenIsThereWhenOpenedAgain() throws IOException {
        try (LogSegment segment = store.open("logs/a")) {
            segment.append(bytes("hello"), 0, 5);
        }
        store.close();
        try (LogStore again = provider().open(folder, NO_SETTINGS);
                LogSegment segment = again.open("logs/a")) {
            assertThat(segment.sizeBytes()).isEqualTo(5);
            segment.append(bytes("!"), 0, 1);
            assertThat(text(segment, 0, 9)).isEqualTo("hello!");
        }
    }

    @Test
    void makesTheFolder() throws IOException {
        Path deep = folder.resolve("not/yet/there");
        try (LogStore deepStore = provider().open(deep, NO_SETTINGS)) {
            deepStore.open("logs/a").close();
        }
        assertThat(deep.resolve("logs/a")).isEmptyFile();
    }

    @Test
    void readsWithoutTheLockWhileAnEngineWrites() throws IOException {
        try (LogSegment segment = store.open("logs/a")) {
            segment.append(bytes("hello"), 0, 5);
            try (LogStore reading = provider().openForReading(folder, NO_SETTINGS);
                    LogSegment seen = reading.open("logs/a")) {
                assertThat(text(seen, 0, 9)).isEqualTo("hello");
                assertKind(Kind.READ_ONLY, () -> seen.append(bytes("x"), 0, 1));
                assertKind(Kind.READ_ONLY, () -> seen.truncate(0));
                assertKind(Kind.READ_ONLY, seen::force);
                segment.append(bytes("!"), 0, 1);
                assertThat(text(seen, 0, 9)).isEqualTo("hello!");
            }
        }
    }

    @Test
    void readsNothingWhereThereIsNoFolder() {
        assertBadName(() -> provider().openForReading(folder.resolve("typo"), NO_SETTINGS));
        assertThat(folder.resolve("typo")).doesNotExist();
    }

    @Test
    void refusesASymbolicLinkInPlaceOfASegment() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Files.createDirectories(folder.resolve("logs"));
        Files.createSymbolicLink(folder.resolve("logs/a"), elsewhere);
        assertBadName(() -> store.open("logs/a"));
        assertBadName(() -> store.exists("logs/a"));
        assertBadName(() -> store.replace("logs/a", bytes("x"), 0, 1));
        assertBadName(() -> store.delete("logs/a"));
        assertBadName(() -> store.list("logs"));
        assertThat(elsewhere).hasContent("precious");
    }

    @Test
    void refusesASymbolicLinkInPlaceOfAFolder() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("logs"), folder.resolve("elsewhere"));
        assertBadName(() -> store.open("logs/a"));
        assertBadName(() -> store.replace("logs/a", bytes("x"), 0, 1));
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
    }

    @Test
    void refusesToListAFileWhoseNameIsNone() throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs/a b"), "x");
        assertBadName(() -> store.list("logs"));
    }

    /** Of an engine that was killed while it replaced an object. */
    @Test
    void whatAReplacementLeftOverIsGoneWhenTheFolderIsOpened() throws IOException {
        store.replace("snapshots/a", bytes("whole"), 0, 5);
        store.close();
        Path leftOver = Files.writeString(folder.resolve("replacement"), "ha");
        try (LogStore again = provider().open(folder, NO_SETTINGS)) {
            assertThat(leftOver).doesNotExist();
            assertThat(folder.resolve("snapshots/a")).hasContent("whole");
            assertThat(again.list("snapshots")).containsExactly("snapshots/a");
        }
    }

    @Test
    void keepsItsOwnFilesFromBeingSegments() {
        assertBadName(() -> store.open("lock"));
        assertBadName(() -> store.replace("replacement", new byte[1], 0, 1));
    }

    @Test
    void aFolderThatMayNotBeWrittenIsReadOnly() throws IOException {
        Assumptions.assumeFalse("root".equals(System.getProperty("user.name")), "root may write everywhere");
        Path sealed = Files.createDirectory(folder.resolve("sealed"));
        Files.setPosixFilePermissions(sealed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> provider().open(sealed, NO_SETTINGS))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.READ_ONLY))
                .withMessageContaining("allow the user");
    }

    @Test
    void aFileWhereTheFolderShouldBeIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> provider().open(file, NO_SETTINGS))
                .withMessageContaining(file.toString());
    }

    private static void assertBadName(ThrowingCallable call) {
        assertKind(Kind.BAD_NAME, call);
    }

    private static void assertKind(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static String text(LogSegment segment, long position, int length) throws StorageException {
        byte[] into = new byte[length];
        return new String(into, 0, segment.read(position, into, 0, length), US_ASCII);
    }
}
