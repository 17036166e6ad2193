package pawl.capture;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The plain bytes of zstd data (RFC 8878), concatenated frames included. The decompressor is given one block at a time
 * and its output taken before the next, for a call in which it meets damage gives nothing of the blocks before.
 */
final class ZstdBytes implements ByteSource {
    private static final int SKIPPABLE_MAGIC = 0x184d2a50;
    private static final int SKIPPABLE_MASK = 0xfffffff0;
    private static final int MAGIC_BYTES = 4;
    private static final int LEAST_HEADER_BYTES = MAGIC_BYTES + 1;
    private static final int MOST_HEADER_BYTES = LEAST_HEADER_BYTES + 1 + 4 + 8;
    private static final int BLOCK_HEADER_BYTES = 3;
    private static final int CHECKSUM_BYTES = 4;
    /** What a block may hold at most, plain or compressed. */
    private static final int MOST_BLOCK_BYTES = 1 << 17;

    private static final int REPEATED_BYTE = 1;

    private final ByteSource compressed;
    private final ZstdDecompressCtx decompressor = new ZstdDecompressCtx();
    private final ByteBuffer input;
    private final byte[] head = new byte[MOST_HEADER_BYTES];
    private final ByteBuffer headInput = ByteBuffer.wrap(head);
    private ByteBuffer output = ByteBuffer.allocate(MOST_BLOCK_BYTES).limit(0);
    private Next next = Next.FRAME;
    private boolean hasChecksum;
    private long blockBytesLeft;
    private long frames;
    private boolean ended;
    private Optional<Damage> damage = Optional.empty();

    /** What stands next in the compressed data, when the block before was read. */
    private enum Next {
        FRAME,
        BLOCK,
        CHECKSUM
    }

    private ZstdBytes(ByteSource compressed, byte[] block, int filled) {
        this.compressed = compressed;
        this.input = ByteBuffer.wrap(block).limit(filled);
    }

    /** @param block bytes already read from the source, {@code filled} of them; the array is taken over */
    static ZstdBytes of(Path file, ByteSource compressed, byte[] block, int filled) throws CaptureException {
        ZstdLibrary.load(file, CaptureException.Kind.UNREADABLE);
        return new ZstdBytes(compressed, block, filled);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws CaptureException {
        while (!output.hasRemaining()) {
            if (ended) {
                return -1;
            }
            output.clear();
            step();
            output.flip();
        }
        int count = Math.min(length, output.remaining());
        output.get(into, offset, count);
        return count;
    }

    /** Takes in one piece, of at most one block. */
    private void step() throws CaptureException {
        if (blockBytesLeft > 0) {
            feedBlock();
            return;
        }
        switch (next) {
            case FRAME -> startFrame();
            case BLOCK -> startBlock();
            case CHECKSUM -> {
                next = Next.FRAME;
                if (gather(0, CHECKSUM_BYTES)) {
                    feed(headInput.position(0).limit(CHECKSUM_BYTES));
                }
            }
        }
    }

    private void startFrame() throws CaptureException {
        if (frames > 0 && !input.hasRemaining() && !fill()) {
            ended = true;
            return;
        }
        if (!gather(0, MAGIC_BYTES)) {
            return;
        }
        int magic = LittleEndian.getInt(head, 0);
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
            skipFrame();
        } else if (magic != Compression.ZSTD_MAGIC) {
            end(
                    CaptureProblem.Kind.CORRUPT_COMPRESSION,
                    "after zstd frame " + frames + " comes something that is not zstd");
        } else if (gather(MAGIC_BYTES, LEAST_HEADER_BYTES)) {
            int descriptor = head[MAGIC_BYTES];
            int size = LEAST_HEADER_BYTES + moreHeaderBytes(descriptor);
            if (gather(LEAST_HEADER_BYTES, size)) {
                frames++;
                hasChecksum = (descriptor & 4) != 0;
                next = Next.BLOCK;
                feed(headInput.position(0).limit(size));
            }
        }
    }

    /** Window, dictionary and content size, as far as the descriptor says that they are there. */
    private static int moreHeaderBytes(int descriptor) {
        boolean isSingleSegment = (descriptor & 0x20) != 0;
        int dictionaryFlag = descriptor & 3;
        int contentFlag = descriptor >>> 6 & 3;
        int dictionaryBytes = dictionaryFlag == 3 ? 4 : dictionaryFlag;
        int contentBytes = contentFlag == 0 ? (isSingleSegment ? 1 : 0) : 1 << contentFlag;
        return (isSingleSegment ? 0 : 1) + dictionaryBytes + contentBytes;
    }

    private void skipFrame() throws CaptureException {
        if (!gather(0, MAGIC_BYTES)) {
            return;
        }
        long left = LittleEndian.getInt(head, 0) & 0xffffffffL;
        while (left > 0) {
            if (!input.hasRemaining() && !fill()) {
                endCut();
                return;
            }
            int count = (int) Math.min(left, input.remaining());
            input.position(input.position() + count);
            left -= count;
        }
    }

    private void startBlock() throws CaptureException {
        if (!gather(0, BLOCK_HEADER_BYTES)) {
            return;
        }
        int header = LittleEndian.getUnsignedShort(head, 0) | ((head[2] & 0xff) << 16);
        boolean isLast = (header & 1) != 0;
        boolean isRepeatedByte = (header >>> 1 & 3) == REPEATED_BYTE;
        blockBytesLeft = isRepeatedByte ? 1 : header >>> 3;
        if (isLast) {
            next = hasChecksum ? Next.CHECKSUM : Next.FRAME;
        }
        feed(headInput.position(0).limit(BLOCK_HEADER_BYTES));
    }

    private void feedBlock() throws CaptureException {
        if (!input.hasRemaining() && !fill()) {
            endCut();
            return;
        }
        int limit = input.limit();
        int count = (int) Math.min(blockBytesLeft, input.remaining());
        blockBytesLeft -= count;
        feed(input.limit(input.position() + count));
        input.limit(limit);
    }

    private void feed(ByteBuffer piece) {
        try {
            while (piece.hasRemaining()) {
                decompressor.decompressByteBufferStream(output, piece);
            }
        } catch (ZstdException e) {
            end(CaptureProblem.Kind.CORRUPT_COMPRESSION, "the zstd data is corrupt (" + e.getMessage() + ")");
        }
    }

    /** Reads on so that the head holds bytes up to there; false, with the end noted, when the data ends before. */
    private boolean gather(int from, int to) throws CaptureException {
        int at = from;
        while (at < to) {
            if (!input.hasRemaining() && !fill()) {
                endCut();
                return false;
            }
            head[at++] = input.get();
        }
        return true;
    }

    private boolean fill() throws CaptureException {
        int count = compressed.read(input.array(), 0, input.capacity());
        input.position(0).limit(Math.max(count, 0));
        return count > 0;
    }

    private void endCut() {
        end(CaptureProblem.Kind.TRUNCATED, "the zstd data is cut");
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
        decompressor.close();
        output = ByteBuffer.allocate(0);
        ended = true;
        compressed.close();
    }
}
