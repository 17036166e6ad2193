package pawl.capture;

import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The plain bytes of gzip data (RFC 1952), concatenated members included. Not {@link java.util.zip.GZIPInputStream},
 * which on damage keeps back bytes it has already decompressed, passes over what follows the last member, and does not
 * tell a cut from a corruption.
 */
final class GzipBytes implements ByteSource {
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;
    private static final int DEFLATE = 8;
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int RESERVED_FLAGS = 0xe0;
    /** Modification time, extra flags, operating system. */
    private static final int UNUSED_HEADER_BYTES = 6;

    private static final int TRAILER_BYTES = 8;

    private final ByteSource compressed;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] block;
    private int position;
    private int limit;
    private boolean inMember;
    private long members;
    private boolean ended;
    private Optional<Damage> damage = Optional.empty();

    /**
     * @param block bytes already read from the source, {@code filled} of them; the array is taken over
     */
    GzipBytes(ByteSource compressed, byte[] block, int filled) {
        this.compressed = compressed;
        this.block = block;
        this.limit = filled;
    }

    static boolean isGzip(byte[] bytes, int length) {
        return length >= 2 && (bytes[0] & 0xff) == MAGIC_1 && (bytes[1] & 0xff) == MAGIC_2;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws CaptureException {
        while (!ended) {
            if (!inMember) {
                startMember();
                continue;
            }
            int count = inflate(into, offset, length);
            if (count > 0) {
                return count;
            }
        }
        return -1;
    }

    /** One step: gives some bytes, or takes in more, or ends the member. */
    private int inflate(byte[] into, int offset, int length) throws CaptureException {
        long before = inflater.getBytesWritten();
        int count;
        try {
            count = inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            end(CaptureProblem.Kind.CORRUPT_COMPRESSION, "the gzip data is corrupt (" + e.getMessage() + ")");
            return (int) (inflater.getBytesWritten() - before);
        }
        if (count > 0) {
            crc.update(into, offset, count);
        } else if (inflater.finished()) {
            position = limit - inflater.getRemaining();
            endMember();
        } else if (inflater.needsDictionary()) {
            end(
                    CaptureProblem.Kind.CORRUPT_COMPRESSION,
                    "the gzip data asks for a dictionary, which gzip does not have");
        } else if (fill()) {
            inflater.setInput(block, position, limit - position);
        } else {
            endCut();
        }
        return count;
    }

    private void startMember() throws CaptureException {
        int first = nextByte();
        while (members > 0 && first == 0) {
            first = nextByte(); // some writers pad the last block with zeros
        }
        if (first < 0 && members > 0) {
            ended = true;
            return;
        }
        int second = nextByte();
        if (second < 0) {
            endCut();
            return;
        }
        if (first != MAGIC_1 || second != MAGIC_2) {
            end(
                    CaptureProblem.Kind.CORRUPT_COMPRESSION,
                    "after gzip member " + members + " comes something that is not gzip");
            return;
        }
        readHeader();
    }

    private void readHeader() throws CaptureException {
        int method = nextByte();
        int flags = nextByte();
        if (flags < 0) {
            endCut();
        } else if (method != DEFLATE || (flags & RESERVED_FLAGS) != 0) {
            end(
                    CaptureProblem.Kind.CORRUPT_COMPRESSION,
                    "gzip method " + method + " with flags " + flags + " is not known");
        } else if (!skip(UNUSED_HEADER_BYTES) || !skipOptional(flags)) {
            endCut();
        } else {
            members++;
            inMember = true;
            crc.reset();
            inflater.reset();
            inflater.setInput(block, position, limit - position);
        }
    }

    private boolean skipOptional(int flags) throws CaptureException {
        boolean whole = true;
        if ((flags & FLAG_EXTRA) != 0) {
            int low = nextByte();
            int high = nextByte();
            whole = high >= 0 && skip(low | high << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            whole = whole && skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            whole = whole && skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            whole = whole && skip(2);
        }
        return whole;
    }

    private void endMember() throws CaptureException {
        inMember = false;
        long trailer = 0;
        for (int i = 0; i < TRAILER_BYTES; i++) {
            int next = nextByte();
            if (next < 0) {
                endCut();
                return;
            }
            trailer |= (long) next << (8 * i);
        }
        boolean sameCrc = (trailer & 0xffffffffL) == crc.getValue();
        boolean sameSize = trailer >>> 32 == (inflater.getBytesWritten() & 0xffffffffL);
        if (!sameCrc || !sameSize) {
            end(
                    CaptureProblem.Kind.CORRUPT_COMPRESSION,
                    "gzip member " + members + " does not match its checksum: a frame delivered from it may be wrong");
        }
    }

    private boolean skip(int count) throws CaptureException {
        for (int i = 0; i < count; i++) {
            if (nextByte() < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean skipText() throws CaptureException {
        int next = nextByte();
        while (next > 0) {
            next = nextByte();
        }
        return next == 0;
    }

    private int nextByte() throws CaptureException {
        return position < limit || fill() ? block[position++] & 0xff : -1;
    }

    private boolean fill() throws CaptureException {
        position = 0;
        limit = Math.max(compressed.read(block, 0, block.length), 0);
        return limit > 0;
    }

    private void endCut() {
        end(CaptureProblem.Kind.TRUNCATED, "the gzip data is cut");
    }

    private void end(CaptureProblem.Kind kind, String message) {
        ended = true;
        damage = Optional.of(new Damage(kind, message));
    }

    @Override
    public Optional<Damage> damage() {
        return damage;
    }

    @Override
    public void close() {
        inflater.end();
        compressed.close();
    }
}
