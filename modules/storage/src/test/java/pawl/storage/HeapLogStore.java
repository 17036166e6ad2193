package pawl.storage;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A log store as small as it can be, whose bytes a test can look at and spoil; it can be full after a number of writes. */
final class HeapLogStore implements LogStore {
    final TreeMap<String, byte[]> files = new TreeMap<>();
    int writesUntilFull = Integer.MAX_VALUE;
    int writes;

    @Override
    public LogSegment open(String name) {
        files.putIfAbsent(name, new byte[0]);
        return new HeapLogSegment(name);
    }

    @Override
    public boolean exists(String name) {
        return files.containsKey(name);
    }

    @Override
    public List<String> list(String folder) {
        return files.keySet().stream()
                .filter(name -> name.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        requireRoom();
        files.put(name, Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public void close() {}

    TreeMap<String, byte[]> copy() {
        TreeMap<String, byte[]> copy = new TreeMap<>();
        files.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return copy;
    }

    private void requireRoom() throws StorageException {
        if (++writes > writesUntilFull) {
            throw new StorageException(StorageException.Kind.FULL, "no space is left");
        }
    }

    private final class HeapLogSegment implements LogSegment {
        private final String name;

        HeapLogSegment(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return files.get(name).length;
        }

        /** Of the write that finds no room, half gets in, as on a disk. */
        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            boolean hasRoom = writes < writesUntilFull;
            byte[] old = files.get(name);
            int added = hasRoom ? length : length / 2;
            byte[] grown = Arrays.copyOf(old, old.length + added);
            System.arraycopy(bytes, offset, grown, old.length, added);
            files.put(name, grown);
            requireRoom();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            byte[] bytes = files.get(name);
            int read = (int) Math.max(0, Math.min(length, bytes.length - position));
            System.arraycopy(bytes, (int) Math.min(position, bytes.length), into, offset, read);
            return read;
        }

        @Override
        public void truncate(long sizeBytes) {
            files.put(name, Arrays.copyOf(files.get(name), (int) sizeBytes));
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
