package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.function.Executable;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.LogStoreProvider;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** What a store does with names, segments, objects and failures. */
final class StoreCases {
    private static final List<String> BAD_NAMES = List.of(
            "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/..", "a/./b", "a b", "a\\b", "ä", "a:b", "a\n", "a\0");
    private static final List<String> GOOD_NAMES =
            List.of("a", "A-z_0.9", "...", ".a", "logs/_c3_a4/2023-04-05.log", "a".repeat(100), "a/b/c/d/e/f/g");

    private final LogStoreProvider provider;
    private final Settings settings;
    private final Path folder;

    StoreCases(LogStoreProvider provider, Settings settings, Path folder) {
        this.provider = provider;
        this.settings = settings;
        this.folder = folder;
    }

    private LogStore opened() throws StorageException {
        return provider.open(folder, settings);
    }

    void unknownSettings() {
        Settings unknown = Settings.of("conformance.settings", Map.of("zzNoSuchSetting", "red"));
        for (Executable open : List.<Executable>of(
                () -> provider.open(folder, unknown), () -> provider.openForReading(folder, unknown))) {
            SettingsException refusal = assertThrows(SettingsException.class, open);
            assertTrue(String.valueOf(refusal.getMessage()).contains("conformance.settings.zzNoSuchSetting"));
        }
    }

    void newSegment() throws IOException {
        try (LogStore store = opened()) {
            assertFalse(store.exists("logs/BTC/1.log"));
            try (LogSegment segment = store.open("logs/BTC/1.log")) {
                assertEquals("logs/BTC/1.log", segment.name());
                assertEquals(0, segment.sizeBytes());
                assertEquals(0, segment.read(0, new byte[4], 0, 4));
            }
            assertTrue(store.exists("logs/BTC/1.log"));
            assertFalse(store.exists("logs/BTC"), "a folder is no segment");
        }
    }

    void readFromAnyPosition() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("a")) {
            segment.append(Bytes.of("xhello"), 1, 5);
            segment.append(Bytes.of(" world"), 0, 6);
            assertEquals(11, segment.sizeBytes());
            assertEquals("hello world", text(segment, 0, 11));
            assertEquals("world", text(segment, 6, 100));
            assertEquals(0, segment.read(11, new byte[1], 0, 1), "bytes read at the end");
            assertEquals(0, segment.read(1_000, new byte[1], 0, 1), "bytes read behind the end");
            byte[] into = {1, 2, 3, 4};
            assertEquals(2, segment.read(0, into, 1, 2));
            assertArrayEquals(new byte[] {1, 'h', 'e', 4}, into, "only the range asked for is written");
        }
    }

    void appendsAddUp() throws IOException {
        for (long seed = 1; seed <= 8; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] expected = new byte[0];
            String name = "logs/" + seed;
            try (LogStore store = opened()) {
                try (LogSegment segment = store.open(name)) {
                    for (int i = 0; i < 12; i++) {
                        byte[] part = new byte[random.nextInt(1 << random.nextInt(1, 19))];
                        random.nextBytes(part);
                        segment.append(part, 0, part.length);
                        expected = Bytes.joined(expected, part);
                        if (random.nextInt(3) == 0) {
                            int size = random.nextInt(expected.length + 1);
                            segment.truncate(size);
                            expected = Arrays.copyOf(expected, size);
                        }
                    }
                }
                try (LogSegment segment = store.open(name)) {
                    assertEquals(expected.length, segment.sizeBytes(), "size, seed " + seed);
                    assertArrayEquals(expected, all(segment), "bytes, seed " + seed);
                }
            }
        }
    }

    void truncate() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("a")) {
            segment.append(Bytes.of("hello"), 0, 5);
            segment.truncate(2);
            segment.append(Bytes.of("y"), 0, 1);
            segment.force();
            assertEquals("hey", text(segment, 0, 9));
            assertThrows(IllegalArgumentException.class, () -> segment.truncate(4));
            assertThrows(IllegalArgumentException.class, () -> segment.truncate(-1));
            assertEquals("hey", text(segment, 0, 9));
        }
    }

    void rangeOutside() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("a")) {
            assertThrows(IndexOutOfBoundsException.class, () -> segment.append(new byte[4], 2, 3));
            assertEquals(0, segment.sizeBytes());
            store.replace("b", Bytes.of("old"), 0, 3);
            assertThrows(IndexOutOfBoundsException.class, () -> store.replace("b", new byte[4], 2, 3));
            assertEquals("old", content(store, "b"));
        }
    }

    void twoOpenings() throws IOException {
        try (LogStore store = opened();
                LogSegment writing = store.open("a");
                LogSegment reading = store.open("a")) {
            writing.append(Bytes.of("hello"), 0, 5);
            assertEquals("hello", text(reading, 0, 5));
        }
    }

    void list() throws IOException {
        try (LogStore store = opened()) {
            for (String name : new String[] {"logs/b/2", "logs/a-/1", "logs/a/1", "logs/B/1", "logs2/x", "log"}) {
                store.open(name).close();
            }
            assertEquals(List.of("logs/B/1", "logs/a-/1", "logs/a/1", "logs/b/2"), store.list("logs"));
            assertEquals(List.of("logs/a/1"), store.list("logs/a"));
            assertEquals(List.of(), store.list("snapshots"));
        }
    }

    void replace() throws IOException {
        try (LogStore store = opened()) {
            store.replace("snapshots/a", Bytes.of("a long text"), 0, 11);
            store.replace("snapshots/a", Bytes.of("xshort"), 1, 5);
            assertEquals("short", content(store, "snapshots/a"));
            store.replace("snapshots/a", new byte[1 << 20], 0, 1 << 20);
            store.replace("snapshots/a", new byte[0], 0, 0);
            assertEquals("", content(store, "snapshots/a"));
            assertEquals(List.of("snapshots/a"), store.list("snapshots"), "nothing is left over");
        }
    }

    void delete() throws IOException {
        try (LogStore store = opened()) {
            store.replace("snapshots/a", Bytes.of("x"), 0, 1);
            store.delete("snapshots/a");
            store.delete("snapshots/a");
            assertFalse(store.exists("snapshots/a"));
            assertEquals(List.of(), store.list("snapshots"));
            store.replace("snapshots/a", Bytes.of("y"), 0, 1);
            assertTrue(store.exists("snapshots/a"));
        }
    }

    void badNames() throws IOException {
        try (LogStore store = opened()) {
            for (String name : BAD_NAMES) {
                requireKind(Kind.BAD_NAME, () -> store.open(name), "open " + name);
                requireKind(Kind.BAD_NAME, () -> store.exists(name), "exists " + name);
                requireKind(Kind.BAD_NAME, () -> store.list(name), "list " + name);
                requireKind(Kind.BAD_NAME, () -> store.replace(name, new byte[1], 0, 1), "replace " + name);
                requireKind(Kind.BAD_NAME, () -> store.delete(name), "delete " + name);
            }
        }
    }

    void goodNames() throws IOException {
        for (String name : GOOD_NAMES) {
            Path own = folder.resolve(Integer.toString(GOOD_NAMES.indexOf(name)));
            try (LogStore store = provider.open(own, settings)) {
                store.open(name).close();
                assertTrue(store.exists(name), name);
            }
        }
    }

    void segmentOrFolder() throws IOException {
        try (LogStore store = opened()) {
            store.open("logs/a/1").close();
            requireKind(Kind.BAD_NAME, () -> store.open("logs/a"), "open a folder");
            requireKind(Kind.BAD_NAME, () -> store.replace("logs/a", new byte[1], 0, 1), "replace a folder");
            requireKind(Kind.BAD_NAME, () -> store.open("logs/a/1/x"), "open below a segment");
        }
    }

    void closed() throws IOException {
        LogStore store = opened();
        LogSegment closedAlone = store.open("a");
        closedAlone.close();
        closedAlone.close();
        assertThrows(IllegalStateException.class, () -> closedAlone.append(new byte[1], 0, 1));
        LogSegment closedWithStore = store.open("a");
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> closedWithStore.append(new byte[1], 0, 1));
        assertThrows(IllegalStateException.class, () -> store.open("a"));
        assertThrows(IllegalStateException.class, () -> store.list("logs"));
    }

    void readingWritesNothing() throws IOException {
        opened().close();
        try (LogStore reading = provider.openForReading(folder, settings)) {
            requireKind(Kind.READ_ONLY, () -> reading.open("logs/new"), "open what is not there");
            requireKind(Kind.READ_ONLY, () -> reading.replace("logs/new", new byte[1], 0, 1), "replace");
            requireKind(Kind.READ_ONLY, () -> reading.delete("logs/new"), "delete");
            assertEquals(List.of(), reading.list("logs"));
        }
    }

    void goesOnAfterFailures() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("logs/a")) {
            segment.append(Bytes.of("one"), 0, 3);
            List<Executable> failures = List.of(
                    () -> store.open(".."),
                    () -> store.open("logs"),
                    () -> store.open("logs/a/b"),
                    () -> store.replace("logs", new byte[1], 0, 1),
                    () -> store.replace("logs/b", new byte[1], 0, 2),
                    () -> segment.append(new byte[1], 1, 1),
                    () -> segment.truncate(99));
            for (Executable failure : failures) {
                assertThrows(Exception.class, failure);
                segment.append(Bytes.of("+"), 0, 1);
            }
            assertEquals("one" + "+".repeat(failures.size()), text(segment, 0, 100));
            assertEquals(List.of("logs/a"), store.list("logs"));
        }
    }

    void manySegments() throws IOException {
        int count = 300;
        try (LogStore store = opened()) {
            List<LogSegment> segments = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                segments.add(store.open("logs/token" + i + "/day.log"));
            }
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < count; i++) {
                    byte[] bytes = Bytes.of(i + ";");
                    segments.get(i).append(bytes, 0, bytes.length);
                }
            }
            for (int i = 0; i < count; i++) {
                assertEquals((i + ";").repeat(3), text(segments.get(i), 0, 100));
                segments.get(i).close();
            }
            assertEquals(count, store.list("logs").size());
        }
    }

    void openedAgain() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("logs/a")) {
            segment.append(Bytes.of("hello"), 0, 5);
            segment.force();
            store.replace("snapshots/a", Bytes.of("state"), 0, 5);
        }
        try (LogStore again = opened();
                LogSegment segment = again.open("logs/a")) {
            assertEquals(5, segment.sizeBytes());
            segment.append(Bytes.of("!"), 0, 1);
            assertEquals("hello!", text(segment, 0, 9));
            assertEquals("state", content(again, "snapshots/a"));
        }
    }

    /** The owner appends meanwhile, and closes when the other thread is done. */
    void forcedByAnother() throws IOException, InterruptedException {
        int count = 400;
        byte[] line = Bytes.of("line\n");
        List<Exception> failures = new ArrayList<>();
        try (LogStore store = opened()) {
            for (String name : List.of("logs/a/1", "logs/b/1", "ticks/1")) {
                LogSegment segment = store.open(name);
                Thread forcing = Thread.ofPlatform().start(() -> {
                    try {
                        for (int i = 0; i < 20; i++) {
                            segment.force();
                        }
                    } catch (StorageException | RuntimeException e) {
                        failures.add(e);
                    }
                });
                for (int i = 0; i < count; i++) {
                    segment.append(line, 0, line.length);
                    store.open("logs/a/other" + i % 3).close();
                }
                forcing.join();
                assertEquals(List.of(), failures);
                assertEquals((long) count * line.length, segment.sizeBytes());
                assertArrayEquals(Bytes.of("line\n".repeat(count)), all(segment));
                segment.close();
            }
        }
    }

    void locked() throws IOException {
        try (LogStore store = opened()) {
            requireKind(Kind.LOCKED, this::opened, "a second engine");
            store.open("logs/a").close();
        }
        opened().close();
    }

    void readWhileWritten() throws IOException {
        try (LogStore store = opened();
                LogSegment segment = store.open("logs/a")) {
            segment.append(Bytes.of("hello"), 0, 5);
            segment.force();
            try (LogStore reading = provider.openForReading(folder, settings);
                    LogSegment seen = reading.open("logs/a")) {
                assertEquals("hello", text(seen, 0, 9));
                requireKind(Kind.READ_ONLY, () -> seen.append(Bytes.of("x"), 0, 1), "append");
                requireKind(Kind.READ_ONLY, () -> seen.truncate(0), "truncate");
                segment.append(Bytes.of("!"), 0, 1);
                segment.force();
                assertEquals("hello!", text(seen, 0, 9));
            }
            segment.append(Bytes.of("!"), 0, 1);
            assertEquals("hello!!", text(segment, 0, 9));
        }
    }

    void noFolder() {
        Path typo = folder.resolve("typo");
        requireKind(Kind.BAD_NAME, () -> provider.openForReading(typo, settings), "a folder that is not there");
        assertFalse(Files.exists(typo), "a folder was made");
    }

    void fileInPlaceOfFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "precious");
        assertThrows(StorageException.class, () -> provider.open(file, settings));
        assertEquals("precious", Files.readString(file));
    }

    private static void requireKind(Kind kind, Executable call, String what) {
        StorageException failure = assertThrows(StorageException.class, call, what);
        assertEquals(kind, failure.kind(), what);
    }

    private static String content(LogStore store, String name) throws StorageException {
        try (LogSegment segment = store.open(name)) {
            return new String(all(segment), StandardCharsets.UTF_8);
        }
    }

    private static String text(LogSegment segment, long position, int length) throws StorageException {
        byte[] into = new byte[length];
        return Bytes.text(into, 0, segment.read(position, into, 0, length));
    }

    private static byte[] all(LogSegment segment) throws StorageException {
        byte[] into = new byte[Math.toIntExact(segment.sizeBytes())];
        int done = 0;
        while (done < into.length) {
            int read = segment.read(done, into, done, into.length - done);
            assertTrue(read > 0, "nothing read at " + done);
            done += read;
        }
        return into;
    }
}
