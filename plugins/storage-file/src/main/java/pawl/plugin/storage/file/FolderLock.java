package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

/**
 * One engine to a folder: a system lock on the file {@code lock}, in which the owner's process id stands. The system gives it up
 * when the process ends, however it ends.
 */
final class FolderLock implements AutoCloseable {
    // A process that opens and closes the file a second time would lose its lock (POSIX), so the file is not asked
    // about it.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    // Far behind the text: where locks are mandatory, others can still read who the owner is.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final int MOST_OWNER_BYTES = 32;

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws StorageException with LOCKED and the owner's process id when another engine has the folder */
    static FolderLock take(Path folder) throws StorageException {
        Path file = folder.resolve(SegmentPaths.LOCK);
        boolean isTaken = false;
        try {
            Path key = folder.toRealPath();
            if (!HELD_HERE.add(key)) {
                throw locked(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                FolderLock lock = new FolderLock(key, lockedChannel(folder, file));
                isTaken = true;
                return lock;
            } finally {
                if (!isTaken) {
                    HELD_HERE.remove(key);
                }
            }
        } catch (IOException e) {
            throw e instanceof StorageException typed ? typed : Failure.of("lock", file, e);
        }
    }

    private static FileChannel lockedChannel(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        boolean isLocked = false;
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw locked(folder, owner(channel));
            }
            isLocked = true;
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
            return channel;
        } finally {
            if (!isLocked) {
                channel.close();
            }
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_OWNER_BYTES);
        channel.read(text, 0);
        String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
        return pid.isEmpty() ? "that is just starting" : pid;
    }

    private static StorageException locked(Path folder, String owner) {
        return new StorageException(
                Kind.LOCKED,
                folder + " is in use by the engine with process id " + owner
                        + "; stop that one, or give another data folder");
    }

    /** Gives the folder up; a second time does nothing. */
    @Override
    public void close() throws StorageException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            // Left empty, so that two finished folders of the same run are the same to the last file.
            try (channel) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            throw Failure.of("unlock", folder, e);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
