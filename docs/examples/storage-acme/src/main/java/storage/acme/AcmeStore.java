package storage.acme;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** Files, each token's in a folder of its own. */
final class AcmeStore implements LogStore {
    private static final String LOCK = "lock";

    private final TokenFolders names;
    private final Optional<FileChannel> lock;
    private final List<AcmeSegment> opened = new ArrayList<>();
    private boolean isClosed;

    private AcmeStore(Path folder, Optional<FileChannel> lock) {
        this.names = new TokenFolders(folder);
        this.lock = lock;
    }

    /** Makes the folder where there is none. The system gives the lock up when the process ends, however it ends. */
    static AcmeStore forEngine(Path folder) throws StorageException {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(folder.resolve(LOCK), CREATE, WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new StorageException(
                        Kind.LOCKED, folder + " is in use by another engine; stop it, or give another data folder");
            }
            return new AcmeStore(folder, Optional.of(channel));
        } catch (StorageException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.of("lock", folder, e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // by this process
        }
    }

    static AcmeStore forReading(Path folder) throws StorageException {
        if (!Files.isDirectory(folder)) {
            throw new StorageException(Kind.BAD_NAME, folder + " is no folder; give the one that an engine wrote");
        }
        return new AcmeStore(folder, Optional.empty());
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        requireOpen();
        Path file = names.of(name);
        names.requireNoOther(name);
        try {
            if (!Files.exists(file)) {
                requireWritable(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
            }
            FileChannel channel =
                    lock.isPresent() ? FileChannel.open(file, CREATE, READ, WRITE) : FileChannel.open(file, READ);
            AcmeSegment segment = new AcmeSegment(name, file, channel, lock.isPresent());
            opened.add(segment);
            return segment;
        } catch (StorageException e) {
            throw e;
        } catch (IOException e) {
            throw Failures.of("open", file, e);
        }
    }

    @Override
    public boolean exists(String name) throws StorageException {
        requireOpen();
        return Files.isRegularFile(names.of(name));
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        requireOpen();
        names.of(folder); // refuses what is no name
        List<String> found = new ArrayList<>();
        for (Path root : names.roots()) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    files.filter(Files::isRegularFile).map(names::nameOf).forEach(found::add);
                } catch (IOException e) {
                    throw Failures.of("list", root, e);
                }
            }
        }
        return found.stream().filter(name -> name.startsWith(folder + "/")).sorted().toList();
    }

    /** Writes beside, forces that to disk, and renames it, which the system does whole or not at all. */
    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireWritable(name);
        Path file = names.of(name);
        names.requireNoOther(name);
        Path replacement = names.folder().resolve("replacement");
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileChannel channel = FileChannel.open(replacement, CREATE, WRITE, TRUNCATE_EXISTING)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(replacement, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Failures.of("replace", file, e);
        }
    }

    @Override
    public void delete(String name) throws StorageException {
        requireWritable(name);
        Path file = names.of(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failures.of("delete", file, e);
        }
    }

    @Override
    public void close() throws StorageException {
        isClosed = true;
        for (AcmeSegment segment : opened) {
            segment.close();
        }
        if (lock.isPresent()) {
            try {
                lock.get().close();
            } catch (IOException e) {
                throw Failures.of("unlock", names.folder(), e);
            }
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException(names.folder() + " was closed");
        }
    }

    private void requireWritable(String name) throws StorageException {
        requireOpen();
        if (lock.isEmpty()) {
            throw new StorageException(
                    Kind.READ_ONLY, name + " cannot be written: " + names.folder() + " was opened for reading only");
        }
    }
}
