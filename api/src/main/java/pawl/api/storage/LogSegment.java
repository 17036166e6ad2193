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

    /** Returns once all that was appended would survive a loss of power. */
    void force() throws StorageException;

    @Override
    void close() throws StorageException;
}
