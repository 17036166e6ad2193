package pawl.plugin.storage.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** Segments by name. */
final class MemoryLogStore implements LogStore {
    private static final Pattern NAME =
            Pattern.compile("(?!\\.\\.?(/|$))[A-Za-z0-9._-]+(/(?!\\.\\.?(/|$))[A-Za-z0-9._-]+)*");

    private final TreeMap<String, SegmentBytes> segments = new TreeMap<>();
    private final boolean isWritable;
    private boolean isClosed;

    MemoryLogStore(boolean isWritable) {
        this.isWritable = isWritable;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        requireName(name);
        if (!segments.containsKey(name)) {
            requireWritable(name);
            requireFree(name);
            segments.put(name, new SegmentBytes());
        }
        return new MemoryLogSegment(this, name, segments.get(name));
    }

    @Override
    public boolean exists(String name) throws StorageException {
        requireName(name);
        return segments.containsKey(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        requireName(folder);
        // '0' is the character after '/'.
        return new ArrayList<>(segments.subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireName(name);
        requireWritable(name);
        requireFree(name);
        SegmentBytes replacement = new SegmentBytes();
        replacement.append(bytes, offset, length);
        segments.put(name, replacement);
    }

    @Override
    public void delete(String name) throws StorageException {
        requireName(name);
        requireWritable(name);
        segments.remove(name);
    }

    @Override
    public void close() {
        isClosed = true;
        segments.clear();
    }

    void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException("the store in memory was closed");
        }
    }

    private void requireName(String name) throws StorageException {
        requireOpen();
        if (!NAME.matcher(name).matches()) {
            throw new StorageException(
                    Kind.BAD_NAME,
                    "\"" + name + "\" is no name of a segment: parts of A-Z a-z 0-9 . _ - parted by / are");
        }
    }

    private void requireWritable(String name) throws StorageException {
        if (!isWritable) {
            throw new StorageException(
                    Kind.READ_ONLY, name + " cannot be written: the store was opened for reading only");
        }
    }

    /** A name is a segment's or a folder's, never both, as it is among files. */
    private void requireFree(String name) throws StorageException {
        boolean isFolder = !segments.subMap(name + "/", name + "0").isEmpty();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            isFolder |= segments.containsKey(name.substring(0, slash));
        }
        if (isFolder) {
            throw new StorageException(
                    Kind.BAD_NAME, name + ": it is a folder of segments, or one of its folders is a segment");
        }
    }
}
