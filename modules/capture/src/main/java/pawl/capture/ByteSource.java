package pawl.capture;

import java.util.Optional;

/** A capture's bytes, plain. */
interface ByteSource extends AutoCloseable {
    /**
     * Reads at least one byte, or gives −1 at the end.
     *
     * @param length at least 1
     */
    int read(byte[] into, int offset, int length) throws CaptureException;

    /** Why the bytes ended early, once {@link #read} gave −1; all bytes that could be had were given before. */
    Optional<Damage> damage();

    @Override
    void close();
}
