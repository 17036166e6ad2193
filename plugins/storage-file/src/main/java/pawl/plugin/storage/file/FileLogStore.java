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
    private boolean isClosed;

    private FileLogStore(Path folder, Optional<FolderLock> lock) {
        this.paths = new SegmentPaths(folder);
        this.lock = lock;
    }

    /** Makes the folder where there is none, and locks it. */
    static FileLogStore forEngine(Path folder) throws StorageException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Failure.of("make the folder", folder, e);
        }
        return new FileLogStore(folder, Optional.of(FolderLock.take(folder)));
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
        if (isNew) {
            requireWritable(name);
            makeFolderOf(path);
        }
        try {
            FileChannel channel = FileChannel.open(path, lock.isPresent() ? TO_APPEND : TO_READ);
            FileLogSegment segment = new FileLogSegment(this, name, path, channel, transfer, isNew);
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
        Path above = Objects.requireNonNull(path.getParent());
        boolean isFolderNew = !Files.exists(above);
        makeFolderOf(path);
        Path replacement = paths.folder().resolve(SegmentPaths.REPLACEMENT);
        try {
            try (FileChannel channel = FileChannel.open(replacement, TO_REPLACE)) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length); rest.hasRemaining(); ) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(replacement, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            StorageException failure = Failure.of("replace", path, e);
            dropReplacement(replacement, failure);
            throw failure;
        }
        if (isFolderNew) {
            forceFoldersOf(path);
        } else {
            forceFolder(above);
        }
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

    /** Makes the entries of a file and of the folders above it survive a loss of power. */
    void forceFoldersOf(Path path) throws StorageException {
        Path above = path.getParent();
        while (above != null && above.startsWith(paths.folder())) {
            forceFolder(above);
            above = above.getParent();
        }
    }

    private static void forceFolder(Path folder) throws StorageException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows writes folders through, and cannot open one.
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw Failure.of("force to disk", folder, e);
        }
    }

    private static void makeFolderOf(Path path) throws StorageException {
        try {
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
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
