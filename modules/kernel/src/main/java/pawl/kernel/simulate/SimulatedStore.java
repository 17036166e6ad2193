package pawl.kernel.simulate;

import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/** A {@link SimulatedDisk} as one process has it open. */
final class SimulatedStore implements LogStore {
    private final SimulatedDisk disk;
    private final int process;

    SimulatedStore(SimulatedDisk disk, int process) {
        this.disk = disk;
        this.process = process;
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        disk.requireAlive(process, name);
        DiskFile file = disk.files().get(name);
        if (file == null) {
            begin(name);
            file = new DiskFile();
            disk.files().put(name, file);
        }
        return new Segment(name, file);
    }

    /** An operation of which a fault leaves nothing, or all. */
    private void begin(String name) throws StorageException {
        Optional<DiskFault> fault = disk.next(process, name);
        if (fault.isPresent()) {
            throw SimulatedDisk.failure(fault.get(), name);
        }
    }

    @Override
    public boolean exists(String name) throws StorageException {
        disk.requireAlive(process, name);
        return disk.files().containsKey(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        disk.requireAlive(process, folder);
        return List.copyOf(disk.files().subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        Optional<DiskFault> fault = disk.next(process, name);
        boolean isDone = fault.isEmpty() || (disk.isDown() && disk.part(1) == 1);
        if (isDone) {
            disk.files().put(name, DiskFile.replacement(bytes, offset, length));
        }
        if (fault.isPresent()) {
            throw SimulatedDisk.failure(fault.get(), name);
        }
    }

    /** Room is not needed for it. */
    @Override
    public void delete(String name) throws StorageException {
        Optional<DiskFault> fault = disk.next(process, name);
        boolean isFull = fault.equals(Optional.of(DiskFault.FULL));
        if (fault.isEmpty() || isFull || (disk.isDown() && disk.part(1) == 1)) {
            disk.delete(name);
        }
        if (fault.isPresent() && !isFull) {
            throw SimulatedDisk.failure(fault.get(), name);
        }
    }

    @Override
    public void close() {}

    private final class Segment implements LogSegment {
        private final String name;
        private final DiskFile file;

        private Segment(String name, DiskFile file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return file.size();
        }

        @Override
        public void append(byte[] bytes, int offset, int length) throws StorageException {
            Optional<DiskFault> fault = disk.next(process, name);
            file.append(bytes, offset, fault.isPresent() ? disk.part(length) : length);
            if (fault.isPresent()) {
                throw SimulatedDisk.failure(fault.get(), name);
            }
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws StorageException {
            disk.requireAlive(process, name);
            return file.read(position, into, offset, length);
        }

        /** Room is not needed for it. */
        @Override
        public void truncate(long sizeBytes) throws StorageException {
            Optional<DiskFault> fault = disk.next(process, name);
            boolean isFull = fault.equals(Optional.of(DiskFault.FULL));
            if (fault.isEmpty() || isFull || (disk.isDown() && disk.part(1) == 1)) {
                file.truncate(sizeBytes);
            }
            if (fault.isPresent() && !isFull) {
                throw SimulatedDisk.failure(fault.get(), name);
            }
        }

        /** Room is not needed for it. */
        @Override
        public void force() throws StorageException {
            Optional<DiskFault> fault = disk.next(process, name);
            if (fault.isPresent() && fault.get() != DiskFault.FULL) {
                throw SimulatedDisk.failure(fault.get(), name);
            }
            file.force();
        }

        @Override
        public void close() {}
    }
}
