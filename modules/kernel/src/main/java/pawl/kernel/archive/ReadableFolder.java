package pawl.kernel.archive;

import java.nio.file.Path;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.FormatVersion;

/** Opens a data folder's store for whoever reads or continues it, and refuses one that this build must not touch (E8.3). */
public final class ReadableFolder {
    private ReadableFolder() {}

    /**
     * The store, in which compressed logs are seen as logs.
     *
     * @param store taken over; it is closed where this throws
     * @param folder for the message
     * @throws PawlException when it is of another major version, or half moved away
     */
    public static LogStore of(LogStore store, Path folder) throws PawlException, StorageException {
        try {
            require(store, folder);
            return new CompressedDays(store);
        } catch (PawlException | StorageException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Refuses what {@link #of} refuses.
     *
     * @param store stays open
     */
    public static void require(LogStore store, Path folder) throws PawlException, StorageException {
        requireWhole(store, folder);
        requireMajor(new CompressedDays(store), folder);
    }

    private static void requireMajor(LogStore store, Path folder) throws PawlException, StorageException {
        for (FormatFound found : FormatFound.in(store)) {
            if (found.version().major() != FormatVersion.CURRENT.major()) {
                throw new PawlException(
                        Kind.BAD_DATA,
                        folder + ": " + found.name() + " is of format "
                                + found.version().text() + ", and this build reads "
                                + FormatVersion.CURRENT.major()
                                + ".x; read it with the release that wrote it, or start anew there: " + command(folder)
                                + " moves all of it aside and leaves the folder empty");
            }
        }
    }

    private static void requireWhole(LogStore store, Path folder) throws PawlException, StorageException {
        for (String name : store.list(MajorArchive.FOLDER)) {
            if (name.endsWith("/" + MajorArchive.UNFINISHED)) {
                throw new PawlException(
                        Kind.BAD_DATA,
                        folder + ": an archive was stopped before all was moved, as " + name + " says; "
                                + command(folder) + " finishes it");
            }
        }
    }

    private static String command(Path folder) {
        return "pawl archive --data " + folder + " --major";
    }
}
