package pawl.kernel.toy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A log store as small as it can be, which tells what was written, and can be full from some write on. */
public final class HeapLogStore implements LogStore {
    private final TreeMap<String, byte[]> files;
    private final List<String> writes;
    private int writesUntilFull = Integer.MAX_VALUE;

    public HeapLogStore() {
        this(new ArrayList<>());
    }

    /** @param writes gets {@code append NAME} and {@code replace NAME} */
    public HeapLogStore(List<String> writes) {
        this(new TreeMap<>(), writes);
    }

    private HeapLogStore(TreeMap<String, byte[]> files, List<String> writes) {
        this.files = files;
        this.writes = writes;
    }

    /** One that holds the same and shares nothing: arrays in it are replaced, never changed. */
    public HeapLogStore copy() {
        return new HeapLogStore(new TreeMap<>(files), new ArrayList<>());
    }

    /** The write after this many finds no room, as does every one after it. */
    public void setWritesUntilFull(int count) {
        writesUntilFull = count;
    }

    public int writeCount() {
        return writes.size();
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public byte[] bytes(String name) {
        return files.get(name).clone();
    }

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
        boolean hasRoom = writes.size() < writesUntilFull;
        writes.add("replace " + name);
        requireRoom(hasRoom, name);
        files.put(name, Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public void close() {}

    private static void requireRoom(boolean hasRoom, String name) throws StorageException {
        if (!hasRoom) {
            throw new StorageException(StorageException.Kind.FULL, name + ": no space is left");
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
            boolean hasRoom = writes.size() < writesUntilFull;
            writes.add("append " + name);
            byte[] old = files.get(name);
            int added = hasRoom ? length : length / 2;
            byte[] grown = Arrays.copyOf(old, old.length + added);
            System.arraycopy(bytes, offset, grown, old.length, added);
            files.put(name, grown);
            requireRoom(hasRoom, name);
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
