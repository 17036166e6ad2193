package pawl.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.kernel.toy.HeapLogStore;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.RecordType;

/** What lies in data folders. */
final class Folders {
    private static final int HEADER_BYTES = 4_096;
    private static final int RECORD_BYTES = 64;
    private static final int TICK_AT = 8;
    private static final byte TICK_RECORD = (byte) RecordType.TICK.code();

    private Folders() {}

    /** All files but the lock and what was moved aside, by their names. */
    private static TreeMap<String, byte[]> files(Path folder) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString();
                if (!name.equals("lock") && !name.startsWith("aside/")) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        }
        return files;
    }

    static void requireSame(String what, Path folder, HeapLogStore expected) throws IOException {
        TreeMap<String, byte[]> files = files(folder);
        assertThat(files.keySet()).as(what).containsExactlyElementsOf(expected.names());
        files.forEach(
                (name, bytes) -> assertThat(bytes).as("%s: %s", what, name).isEqualTo(expected.bytes(name)));
    }

    static OptionalLong lastCommittedTick(Path folder) throws Exception {
        try (LogStore store = new FileLogStoreProvider().openForReading(folder, Settings.of("storage", Map.of()))) {
            return lastCommittedTick(store);
        }
    }

    /**
     * The last tick that the tick logs have a whole record of, read without any of the engine's readers. An engine hands over all that a
     * tick commits before that record.
     */
    static OptionalLong lastCommittedTick(LogStore store) throws Exception {
        for (String name : store.list("ticks").reversed()) {
            try (LogSegment segment = store.open(name)) {
                ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                long records = (segment.sizeBytes() - HEADER_BYTES) / RECORD_BYTES;
                for (long i = records - 1; i >= 0; i--) {
                    segment.read(HEADER_BYTES + i * RECORD_BYTES, record.array(), 0, RECORD_BYTES);
                    if (record.get(0) == TICK_RECORD) {
                        return OptionalLong.of(record.getLong(TICK_AT));
                    }
                }
            }
        }
        return OptionalLong.empty();
    }
}
