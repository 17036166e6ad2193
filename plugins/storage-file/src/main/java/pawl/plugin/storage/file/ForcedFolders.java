package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import pawl.api.storage.StorageException;

/** Which folders' entries are on disk, so that a thousand files that are forced do not force the folder of all a thousand times. */
final class ForcedFolders {
    private final Path top;
    private final Map<Path, Entries> folders = new ConcurrentHashMap<>();

    /** @param top above which nothing is forced */
    ForcedFolders(Path top) {
        this.top = top;
    }

    /** One folder's. */
    private static final class Entries {
        // An engine that was killed may have left one that it did not force.
        private final AtomicLong changes = new AtomicLong(1);
        private long forcedChanges;

        /** One that comes second waits for the first. */
        synchronized void force(Path folder) throws StorageException {
            long until = changes.get();
            if (forcedChanges != until) {
                forceToDisk(folder);
                forcedChanges = until;
            }
        }
    }

    /**
     * An entry of that path is new; to be said after it was made. On the store's thread, which does not wait for others.
     *
     * @param isFolderNew whether the folder of it was made, too, and perhaps others above
     */
    void changed(Path path, boolean isFolderNew) {
        Path above = path.getParent();
        while (above != null && above.startsWith(top)) {
            entries(above).changes.incrementAndGet();
            above = isFolderNew ? above.getParent() : null;
        }
    }

    /** Forces the folders above that changed since they were forced last. On any thread. */
    void forceAbove(Path path) throws StorageException {
        for (Path above = path.getParent(); above != null && above.startsWith(top); above = above.getParent()) {
            entries(above).force(above);
        }
    }

    private Entries entries(Path folder) {
        return folders.computeIfAbsent(folder, absent -> new Entries());
    }

    private static void forceToDisk(Path folder) throws StorageException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows writes folders through, and cannot open one.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw Failure.of("force to disk", folder, e);
        }
    }
}
