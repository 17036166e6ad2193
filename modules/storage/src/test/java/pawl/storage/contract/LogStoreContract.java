package pawl.storage.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;

/** What every log store must do, whatever it keeps its bytes in. A storage plugin's test extends this. */
public abstract class LogStoreContract {
    protected static final Settings NO_SETTINGS = Settings.of("storage.settings", Map.of());

    @TempDir
    protected Path folder;

    protected LogStore store;

    protected abstract LogStoreProvider provider();

    @BeforeEach
    void openStore() throws StorageException {
        store = provider().open(folder, NO_SETTINGS);
    }

    @AfterEach
    void closeStore() throws StorageException {
        store.close();
    }

    @Test
    void aSegmentThatIsNotThereIsMadeEmpty() throws StorageException {
        assertThat(store.exists("logs/BTC/1.log")).isFalse();
        try (LogSegment segment = store.open("logs/BTC/1.log")) {
            assertThat(segment.name()).isEqualTo("logs/BTC/1.log");
            assertThat(segment.sizeBytes()).isZero();
            assertThat(segment.read(0, new byte[4], 0, 4)).isZero();
        }
        assertThat(store.exists("logs/BTC/1.log")).isTrue();
        assertThat(store.exists("logs/BTC")).isFalse();
    }

    @Test
    void whatWasAppendedIsReadFromAnyPosition() throws StorageException {
        try (LogSegment segment = store.open("a")) {
            segment.append(bytes("xhello"), 1, 5);
            segment.append(bytes(" world"), 0, 6);
            assertThat(segment.sizeBytes()).isEqualTo(11);
            assertThat(text(segment, 0, 11)).isEqualTo("hello world");
            assertThat(text(segment, 6, 100)).isEqualTo("world");
            assertThat(segment.read(11, new byte[1], 0, 1)).isZero();
            assertThat(segment.read(1_000, new byte[1], 0, 1)).isZero();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void appendsOfAnySizeAddUp(long seed) throws StorageException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] expected = new byte[0];
        try (LogSegment segment = store.open("logs/x")) {
            for (int i = 0; i < 12; i++) {
                byte[] part = new byte[random.nextInt(1 << random.nextInt(1, 19))];
                random.nextBytes(part);
                segment.append(part, 0, part.length);
                expected = Arrays.copyOf(expected, expected.length + part.length);
                System.arraycopy(part, 0, expected, expected.length - part.length, part.length);
                if (random.nextInt(3) == 0) {
                    int size = random.nextInt(expected.length + 1);
                    segment.truncate(size);
                    expected = Arrays.copyOf(expected, size);
                }
            }
            assertThat(segment.sizeBytes()).isEqualTo(expected.length);
        }
        try (LogSegment segment = store.open("logs/x")) {
            assertThat(segment.sizeBytes()).isEqualTo(expected.length);
            assertThat(all(segment)).isEqualTo(expected);
        }
    }

    @Test
    void truncatingCutsAndNeverLengthens() throws StorageException {
        try (LogSegment segment = store.open("a")) {
            segment.append(bytes("hello"), 0, 5);
            segment.truncate(2);
            segment.append(bytes("y"), 0, 1);
            segment.force();
            assertThat(text(segment, 0, 9)).isEqualTo("hey");
            assertThatIllegalArgumentException().isThrownBy(() -> segment.truncate(4));
            assertThatIllegalArgumentException().isThrownBy(() -> segment.truncate(-1));
        }
    }

    @Test
    void aRangeOutsideTheArrayAppendsNothing() throws StorageException {
        try (LogSegment segment = store.open("a")) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> segment.append(new byte[4], 2, 3));
            assertThat(segment.sizeBytes()).isZero();
        }
    }

    @Test
    void twoOpeningsReadTheSameBytes() throws StorageException {
        try (LogSegment writing = store.open("a");
                LogSegment reading = store.open("a")) {
            writing.append(bytes("hello"), 0, 5);
            assertThat(text(reading, 0, 5)).isEqualTo("hello");
        }
    }

    @Test
    void listsWhatLiesBelowAFolderInOrderOfCharacters() throws StorageException {
        for (String name : new String[] {"logs/b/2", "logs/a-/1", "logs/a/1", "logs/B/1", "logs2/x", "log"}) {
            store.open(name).close();
        }
        assertThat(store.list("logs")).containsExactly("logs/B/1", "logs/a-/1", "logs/a/1", "logs/b/2");
        assertThat(store.list("logs/a")).containsExactly("logs/a/1");
        assertThat(store.list("snapshots")).isEmpty();
    }

    @Test
    void replacesAnObjectWhole() throws StorageException {
        store.replace("snapshots/a", bytes("a long text"), 0, 11);
        store.replace("snapshots/a", bytes("xshort"), 1, 5);
        try (LogSegment segment = store.open("snapshots/a")) {
            assertThat(text(segment, 0, 100)).isEqualTo("short");
        }
        assertThat(store.list("snapshots")).containsExactly("snapshots/a");
    }

    @Test
    void deletesWhatIsThereAndWhatIsNot() throws StorageException {
        store.replace("snapshots/a", bytes("x"), 0, 1);
        store.delete("snapshots/a");
        store.delete("snapshots/a");
        assertThat(store.exists("snapshots/a")).isFalse();
        assertThat(store.list("snapshots")).isEmpty();
        store.replace("snapshots/a", bytes("y"), 0, 1);
        assertThat(store.exists("snapshots/a")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a b", "a\\b", "ä", "a:b", "a\n", "a\0"
            })
    void refusesANameThatIsNone(String name) {
        assertBadName(() -> store.open(name));
        assertBadName(() -> store.exists(name));
        assertBadName(() -> store.list(name));
        assertBadName(() -> store.replace(name, new byte[1], 0, 1));
        assertBadName(() -> store.delete(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-z_0.9", "...", ".a", "logs/_c3_a4/2023-04-05.log"})
    void takesANameThatIsOne(String name) throws StorageException {
        store.open(name).close();
        assertThat(store.exists(name)).isTrue();
    }

    @Test
    void aNameIsASegmentsOrAFoldersNeverBoth() throws StorageException {
        store.open("logs/a/1").close();
        assertBadName(() -> store.open("logs/a"));
        assertBadName(() -> store.replace("logs/a", new byte[1], 0, 1));
        assertBadName(() -> store.open("logs/a/1/x"));
    }

    @Test
    void whatIsClosedSaysSo() throws StorageException {
        LogSegment closedAlone = store.open("a");
        closedAlone.close();
        assertThatIllegalStateException().isThrownBy(() -> closedAlone.append(new byte[1], 0, 1));
        LogSegment closedWithStore = store.open("a");
        store.close();
        assertThatIllegalStateException().isThrownBy(() -> closedWithStore.append(new byte[1], 0, 1));
        assertThatIllegalStateException().isThrownBy(() -> store.open("a"));
        assertThatIllegalStateException().isThrownBy(() -> store.list("logs"));
    }

    @Test
    void aStoreForReadingWritesNothing() throws StorageException {
        try (LogStore reading = provider().openForReading(folder, NO_SETTINGS)) {
            assertKind(StorageException.Kind.READ_ONLY, () -> reading.open("logs/new"));
            assertKind(StorageException.Kind.READ_ONLY, () -> reading.replace("logs/new", new byte[1], 0, 1));
            assertKind(StorageException.Kind.READ_ONLY, () -> reading.delete("logs/new"));
            assertThat(reading.list("logs")).isEmpty();
        }
    }

    @Test
    void refusesASettingItDoesNotHave() {
        Settings unknown = Settings.of("storage.settings", Map.of("colour", "red"));
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> provider().open(folder.resolve("other"), unknown))
                .withMessageContaining("storage.settings.colour");
    }

    protected static void assertBadName(ThrowingCallable call) {
        assertKind(StorageException.Kind.BAD_NAME, call);
    }

    protected static void assertKind(StorageException.Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    protected static String text(LogSegment segment, long position, int length) throws StorageException {
        byte[] into = new byte[length];
        return new String(into, 0, segment.read(position, into, 0, length), US_ASCII);
    }

    private static byte[] all(LogSegment segment) throws StorageException {
        byte[] into = new byte[(int) segment.sizeBytes()];
        int done = 0;
        while (done < into.length) {
            int read = segment.read(done, into, done, into.length - done);
            assertThat(read).as("bytes read at %d", done).isPositive();
            done += read;
        }
        return into;
    }
}
