package pawl.api.storage;

import java.util.List;

/**
 * Named runs of bytes that only grow, and small objects that are replaced whole (E8.1, D9). A name is path-like, of
 * {@code [A-Za-z0-9._-]} parts parted by {@code /}, for example {@code logs/BTCUSDT/2023-04-05.log}. Knows nothing of records.
 * Called on one thread, but for {@link LogSegment#force}.
 */
public interface LogStore extends AutoCloseable {
    /** Opens a segment for reading and appending; one that is not there is made, empty. */
    LogSegment open(String name) throws StorageException;

    boolean exists(String name) throws StorageException;

    /** The names that start with the folder and {@code /}, at any depth, in order of their characters. */
    List<String> list(String folder) throws StorageException;

    /** Gives the object of that name these bytes, all or none of them, whatever happens meanwhile. */
    void replace(String name, byte[] bytes, int offset, int length) throws StorageException;

    /** Removes it; one that is not there is no error. */
    void delete(String name) throws StorageException;

    /** Gives up the store; its segments are closed. */
    @Override
    void close() throws StorageException;
}
