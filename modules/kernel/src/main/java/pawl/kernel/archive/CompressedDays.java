package pawl.kernel.archive;

import java.util.List;
import java.util.TreeSet;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;
import pawl.storage.LayeredStore;

/**
 * A store whose compressed logs are seen as the logs that they hold, under the names of those: whoever reads logs need not know that
 * some days were compressed. All else is the store's own.
 */
public final class CompressedDays extends LayeredStore {
    private static final String SUFFIX = ".zst";

    private static final String LOG = ".log";

    public CompressedDays(LogStore store) {
        super(store);
    }

    /** Whether a name of the store is that of a compressed log. */
    static boolean isCompressed(String name) {
        return isLog(name.substring(0, Math.max(0, name.length() - SUFFIX.length()))) && name.endsWith(SUFFIX);
    }

    /** The name under which a compressed log's content is seen; of anything else, its own. */
    public static String plain(String name) {
        return isCompressed(name) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    /** The name of a log once it is compressed. */
    public static String compressed(String name) {
        return name + SUFFIX;
    }

    private static boolean isLog(String name) {
        return name.endsWith(LOG) && (name.startsWith("logs/") || name.startsWith("ticks/"));
    }

    /** @throws StorageException also where a log is there plain and compressed, which no reader can choose between */
    @Override
    public LogSegment open(String name) throws StorageException {
        if (!isLog(name) || !store.exists(compressed(name))) {
            return store.open(name);
        }
        if (store.exists(name)) {
            throw new StorageException(
                    Kind.BAD_NAME,
                    name + " is there plain and compressed, as an archive that was stopped leaves it; run pawl archive"
                            + " again, with --compress or --restore, which compares the two and keeps one");
        }
        return CompressedSegment.of(name, store.open(compressed(name)));
    }

    @Override
    public boolean exists(String name) throws StorageException {
        return store.exists(name) || (isLog(name) && store.exists(compressed(name)));
    }

    @Override
    public List<String> list(String folder) throws StorageException {
        TreeSet<String> names = new TreeSet<>();
        for (String name : store.list(folder)) {
            names.add(plain(name));
        }
        return List.copyOf(names);
    }
}
