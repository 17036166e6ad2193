package pawl.plugin.storage.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pawl.api.storage.StorageException;

/** The folders whose entries are on disk, so that a thousand files that are forced do not force the folder of all a thousand times. */
final class ForcedFolders {
    private final Path top;
    private final Set<Path> forced = ConcurrentHashMap.newKeySet();

    /** @param top above which nothing is forced */
    ForcedFolders(Path top) {
        this.top = top;
    }

    /**
     * An entry of that path is new. To be said after it was made: what is forced before does not count.
     *
     * @param isFolderNew whether the folder of it was made, too, and perhaps others above
     */
    void changed(Path path, boolean isFolderNew) {
        Path above = path.getParent();
        while (above != null && above.startsWith(top)) {
            forced.remove(above);
            above = isFolderNew ? above.getParent() : null;
        }
    }

    /** Forces the folders above that changed since they were forced last. On any thread; one that comes second waits for the first. */
    synchronized void forceAbove(Path path) throws StorageException {
        for (Path above = path.getParent(); above != null && above.startsWith(top); above = above.getParent()) {
            // Before it is forced: what another thread makes there from now on takes it out again.
            if (forced.add(above)) {
                force(above);
            }
        }
    }

    private void force(Path folder) throws StorageException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows writes folders through, and cannot open one.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            forced.remove(folder);
            throw Failure.of("force to disk", folder, e);
        }
    }
}
