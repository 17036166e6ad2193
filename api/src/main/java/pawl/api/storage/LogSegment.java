package pawl.api.storage;

/** One growing run of bytes. */
public interface LogSegment extends AutoCloseable {
    String name();

    long sizeBytes();

    /** Adds the bytes at the end, all of them or, having thrown, possibly some. */
    void append(byte[] bytes, int offset, int length) throws StorageException;

    /**
     * Reads from a position on.
     *
     * @return how many bytes were read, at most {@code length}; 0 at the end
     */
    int read(long position, byte[] into, int offset, int length) throws StorageException;

    /** Cuts the segment; for recovery only. */
    void truncate(long sizeBytes) throws StorageException;

    /**
     * Returns once all that was appended before the call would survive a loss of power. May be called from another thread while its owner
     * reads and appends; the owner cuts and closes the segment only when no call is under way.
     *
     * @throws StorageException when that cannot be said; a later call that succeeds says nothing of what this one should have forced
     */
    void force() throws StorageException;

    @Override
    void close() throws StorageException;
}
