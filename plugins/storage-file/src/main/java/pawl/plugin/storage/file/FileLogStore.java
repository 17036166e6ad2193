package pawl.plugin.storage.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/** A folder of files: the name of a segment is its path below the folder. */
final class FileLogStore implements LogStore {
    private static final int TRANSFER_BYTES = 64 * 1024;
    private static final Set<OpenOption> TO_READ = Set.of(READ, NOFOLLOW_LINKS);
    private static final Set<OpenOption> TO_APPEND = Set.of(READ, WRITE, CREATE, NOFOLLOW_LINKS);
    private static final Set<OpenOption> TO_REPLACE = Set.of(WRITE, CREATE, TRUNCATE_EXISTING, NOFOLLOW_LINKS);

    private final SegmentPaths paths;
    private final Optional<FolderLock> lock;
    private final ByteBuffer transfer = ByteBuffer.allocateDirect(TRANSFER_BYTES);
    private final Set<FileLogSegment> open = new LinkedHashSet<>();
    private final ForcedFolders forcedFolders;
    private boolean isClosed;

    private FileLogStore(Path folder, Optional<FolderLock> lock) {
        this.paths = new SegmentPaths(folder);
        this.lock = lock;
        forcedFolders = new ForcedFolders(folder);
    }

    /** Makes the folder where there is none, and locks it. */
    static FileLogStore forEngine(Path folder) throws StorageException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.of("make the folder", folder, e);
        }
        FileLogStore store = new FileLogStore(folder, Optional.of(FolderLock.take(folder)));
        store.dropReplacementOfBefore();
        return store;
    }

    /** An engine that was killed while it replaced an object left this; the object is as it was. */
    private void dropReplacementOfBefore() throws StorageException {
        Path replacement = paths.folder().resolve(SegmentPaths.REPLACEMENT);
        try {
            Files.deleteIfExists(replacement);
        } catch (IOException e) {
            StorageException failure = Failure.of("remove what was left over as", replacement, e);
            try {
                close();
            } catch (StorageException unclosed) {
                failure.addSuppressed(unclosed);
            }
            throw failure;
        }
    }

    static FileLogStore forReading(Path folder) throws StorageException {
        if (!Files.isDirectory(folder)) {
            throw new StorageException(Kind.BAD_NAME, folder + " is no folder; give the one that an engine wrote");
        }
        return new FileLogStore(folder, Optional.empty());
    }

    @Override
    public LogSegment open(String name) throws StorageException {
        requireOpen();
        Path path = paths.of(name);
        boolean isNew = !Files.exists(path);
        boolean isFolderNew = false;
        if (isNew) {
            requireWritable(name);
            isFolderNew = makeFolderOf(path);
        }
        try {
            FileChannel channel = FileChannel.open(path, lock.isPresent() ? TO_APPEND : TO_READ);
            if (isNew) {
                forcedFolders.changed(path, isFolderNew);
            }
            FileLogSegment segment = new FileLogSegment(this, name, path, channel, transfer);
            open.add(segment);
            return segment;
        } catch (IOException e) {
            throw Failure.of("open", path, e);
        }
    }

    @Override
    public boolean exists(String name) throws StorageException {
        requireOpen();
        return paths.exists(name);
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        requireOpen();
        return paths.list(folder);
    }

    /** Writes beside the segments, forces that to disk, and renames it, which the system does whole or not at all. */
    @Override
    public void replace(String name, byte[] bytes, int offset, int length) throws StorageException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        requireOpen();
        requireWritable(name);
        Path path = paths.of(name);
        boolean isFolderNew = makeFolderOf(path);
        Path replacement = paths.folder().resolve(SegmentPaths.REPLACEMENT);
        try {
            try (FileChannel channel = FileChannel.open(replacement, TO_REPLACE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(replacement, path, StandardCopyOption.ATOMIC_MOVE);
            forcedFolders.changed(path, isFolderNew);
        } catch (IOException e) {
            StorageException failure = Failure.of("replace", path, e);
            dropReplacement(replacement, failure);
            throw failure;
        }
        forcedFolders.forceAbove(path);
    }

    @Override
    public void delete(String name) throws StorageException {
        requireOpen();
        requireWritable(name);
        Path path = paths.of(name);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw Failure.of("delete", path, e);
        }
    }

    @Override
    public void close() throws StorageException {
        isClosed = true;
        try {
            for (FileLogSegment segment : List.copyOf(open)) {
                segment.close();
            }
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    void closed(FileLogSegment segment) {
        open.remove(segment);
    }

    void requireWritable(String name) throws StorageException {
        if (lock.isEmpty()) {
            throw new StorageException(
                    Kind.READ_ONLY,
                    name + " in " + paths.folder() + " cannot be written: the folder was opened for reading only");
        }
    }

    /** Makes the entries of a file and of the folders above it survive a loss of power. On any thread. */
    void forceFoldersOf(Path path) throws StorageException {
        forcedFolders.forceAbove(path);
    }

    /** False where it is there. */
    private static boolean makeFolderOf(Path path) throws StorageException {
        Path above = Objects.requireNonNull(path.getParent());
        if (Files.exists(above)) {
            return false;
        }
        try {
            Files.createDirectories(above);
            return true;
        } catch (IOException e) {
            throw Failure.of("make the folder of", path, e);
        }
    }

    private static void dropReplacement(Path replacement, StorageException failure) {
        try {
            Files.deleteIfExists(replacement);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void requireOpen() {
        if (isClosed) {
            throw new IllegalStateException(paths.folder() + " was closed");
        }
    }
}
