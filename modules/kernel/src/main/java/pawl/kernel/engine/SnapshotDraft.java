package pawl.kernel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * The snapshots that an engine writes while it runs logs again, kept until all has been compared: what is there already must be the same.
 * Of snapshots alone, since nothing else is ever replaced.
 */
public final class SnapshotDraft {
    private static final String SNAPSHOTS = "snapshots";

    private final LogStore source;
    private final Map<String, byte[]> replaced = new TreeMap<>();
    private final TreeSet<String> deleted = new TreeSet<>();

    /** @param source which the snapshots are compared with, and that is not changed */
    public SnapshotDraft(LogStore source) {
        this.source = source;
    }

    void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        deleted.remove(name);
        replaced.put(name, Arrays.copyOfRange(bytes, offset, offset + length));
    }

    void delete(String name) {
        replaced.remove(name);
        deleted.add(name);
    }

    List<String> list() throws StorageException {
        return Stream.concat(source.list(SNAPSHOTS).stream(), replaced.keySet().stream())
                .filter(name -> !deleted.contains(name))
                .distinct()
                .sorted()
                .toList();
    }

    /** Writes what was kept, the new ones first. */
    public void writeTo(LogStore store) throws StorageException {
        for (Map.Entry<String, byte[]> each : replaced.entrySet()) {
            store.replace(each.getKey(), each.getValue(), 0, each.getValue().length);
        }
        for (String name : deleted) {
            store.delete(name);
        }
    }

    /** How many are to be written. */
    public int size() {
        return replaced.size();
    }
}
