package pawl.capture;

import java.util.Arrays;
import java.util.Optional;

/**
 * A window on a capture's plain bytes that slides forward, reads in blocks, and grows to the longest record asked for.
 */
final class InputBuffer implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final ByteSource source;
    private final int mostBytes;
    private byte[] bytes;
    private int position;
    private int limit;
    private long startBytes;
    private boolean ended;

    /**
     * @param block bytes already read from the source, {@code filled} of them; the array is taken over
     * @param mostBytes what the window may grow to; a caller never asks for more with that many unread
     */
    InputBuffer(ByteSource source, byte[] block, int filled, int mostBytes) {
        this.source = source;
        this.bytes = block;
        this.limit = filled;
        this.mostBytes = Math.max(mostBytes, block.length);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Index of the first unread byte. */
    int position() {
        return position;
    }

    /** Index after the last byte read so far. */
    int limit() {
        return limit;
    }

    int unread() {
        return limit - position;
    }

    /** Where the first unread byte lies, from the start of the plain bytes. */
    long offsetBytes() {
        return startBytes + position;
    }

    void skip(int count) {
        position += count;
    }

    /** Reads on until so many bytes are unread; false when the end comes first. */
    boolean require(int count) throws CaptureException {
        while (unread() < count) {
            if (!fill()) {
                return false;
            }
        }
        return true;
    }

    /** Reads more, which may move what is unread; false at the end. */
    boolean fill() throws CaptureException {
        if (ended) {
            return false;
        }
        if (limit == bytes.length) {
            makeRoom();
        }
        int count = source.read(bytes, limit, bytes.length - limit);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    private void makeRoom() {
        if (position > 0) {
            System.arraycopy(bytes, position, bytes, 0, unread());
            startBytes += position;
            limit -= position;
            position = 0;
        } else if (bytes.length < mostBytes) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(2L * bytes.length, mostBytes));
        } else {
            throw new IllegalStateException("a record of more than " + mostBytes + " bytes was not skipped");
        }
    }

    /** Why the bytes ended early, once {@link #fill} gave false. */
    Optional<Damage> damage() {
        return source.damage();
    }

    /** Closes the source and gives up the memory. */
    @Override
    public void close() {
        startBytes += position;
        position = 0;
        limit = 0;
        bytes = NOTHING;
        ended = true;
        source.close();
    }
}
