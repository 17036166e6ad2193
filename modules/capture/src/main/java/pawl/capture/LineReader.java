package pawl.capture;

/**
 * Finds the lines of a capture. The current line lies in the buffer's array, without its LF or CR LF. Lines are never
 * copied or made into text; one that is too long is passed over in blocks.
 */
final class LineReader {
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * LOW_BITS;

    private final InputBuffer buffer;
    private final int mostLineBytes;
    private int pendingBytes;
    private int length;
    private long number;
    private long offsetBytes;
    private long skippedBytes;
    private boolean terminated;

    /** @param mostLineBytes of a line that is delivered; less than what the buffer may grow to */
    LineReader(InputBuffer buffer, int mostLineBytes) {
        this.buffer = buffer;
        this.mostLineBytes = mostLineBytes;
    }

    /**
     * Advances to the next line; false at the end. What follows the last line end of damaged data is no line and is
     * left out.
     */
    boolean next() throws CaptureException {
        buffer.skip(pendingBytes);
        pendingBytes = 0;
        skippedBytes = 0;
        offsetBytes = buffer.offsetBytes();
        int scanned = 0;
        while (true) {
            int newline = indexOfNewline(buffer.bytes(), buffer.position() + scanned, buffer.limit());
            if (newline >= 0) {
                take(newline - buffer.position(), 1);
                return true;
            }
            scanned = buffer.unread();
            if (scanned > mostLineBytes) {
                skipLine();
                return true;
            }
            if (!buffer.fill()) {
                if (scanned == 0 || buffer.damage().isPresent()) {
                    return false;
                }
                take(scanned, 0);
                return true;
            }
        }
    }

    private void take(int lineBytes, int endBytes) {
        number++;
        terminated = endBytes > 0;
        pendingBytes = lineBytes + endBytes;
        boolean carriageReturn = lineBytes > 0 && buffer.bytes()[buffer.position() + lineBytes - 1] == '\r';
        length = carriageReturn ? lineBytes - 1 : lineBytes;
    }

    private void skipLine() throws CaptureException {
        number++;
        length = 0;
        terminated = false;
        while (true) {
            int newline = indexOfNewline(buffer.bytes(), buffer.position(), buffer.limit());
            if (newline >= 0) {
                skippedBytes += newline - buffer.position();
                terminated = true;
                buffer.skip(newline + 1 - buffer.position());
                return;
            }
            skippedBytes += buffer.unread();
            buffer.skip(buffer.unread());
            if (!buffer.fill()) {
                return;
            }
        }
    }

    /** The first LF of a range, or −1; eight bytes at a time, for a capture is mostly the inside of lines. */
    static int indexOfNewline(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = LittleEndian.getLong(bytes, i) ^ NEWLINES;
            long zeroBytes = (word - LOW_BITS) & ~word & HIGH_BITS;
            if (zeroBytes != 0) {
                return i + (Long.numberOfTrailingZeros(zeroBytes) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    byte[] bytes() {
        return buffer.bytes();
    }

    int start() {
        return buffer.position();
    }

    int length() {
        return length;
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** Where the line starts, from the start of the plain bytes. */
    long offsetBytes() {
        return offsetBytes;
    }

    /** Whether the line was too long and is not there; then {@link #skippedBytes} is its length. */
    boolean isSkipped() {
        return skippedBytes > 0;
    }

    long skippedBytes() {
        return skippedBytes;
    }

    /** Whether the line has its end; only the last may lack it. */
    boolean isTerminated() {
        return terminated;
    }
}
