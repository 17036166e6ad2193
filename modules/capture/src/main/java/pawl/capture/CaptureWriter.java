package pawl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes a Pawl capture (docs/capture-format.md). The file appears, or replaces the one of its name, whole and only
 * when it is closed after {@link #end}: until then it is {@code <name>.part} beside it, and closing without an end
 * removes that. Called on one thread.
 */
public final class CaptureWriter implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 17;

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer blockBuffer = ByteBuffer.wrap(block);
    private final Map<String, Integer> feeds = new HashMap<>();
    private final CRC32C crc = new CRC32C();
    private int position;
    private long lastTick = Long.MIN_VALUE;
    private boolean ended;
    private boolean closed;

    private CaptureWriter(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        putHeader();
    }

    /** @throws CaptureException when no file can be made there */
    public static CaptureWriter create(Path target) throws CaptureException {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, target, "is a folder; name a file");
        }
        try {
            return new CaptureWriter(target, absolute.resolveSibling(absolute.getFileName() + ".part"));
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static CaptureException failure(Path target, IOException e) {
        return new CaptureException(CaptureException.Kind.NOT_WRITABLE, target, "cannot be written: " + e, e);
    }

    private void putHeader() {
        PawlFormat.putMagic(block);
        LittleEndian.putShort(block, PawlFormat.HEADER_MAJOR_AT, PawlFormat.MAJOR);
        LittleEndian.putShort(block, PawlFormat.HEADER_MINOR_AT, PawlFormat.MINOR);
        LittleEndian.putShort(block, PawlFormat.HEADER_PATCH_AT, PawlFormat.PATCH);
        LittleEndian.putShort(block, PawlFormat.HEADER_SIZE_AT, PawlFormat.HEADER_BYTES);
        int header = PawlFormat.crcOf(crc, block, 0, PawlFormat.HEADER_START_BYTES);
        LittleEndian.putInt(block, PawlFormat.HEADER_START_BYTES, header);
        position = PawlFormat.HEADER_BYTES;
    }

    /**
     * Adds a frame.
     *
     * @param feed any text; a feed seen for the first time is declared
     * @param arrivalNs since the epoch
     * @param tick in which the frame was flushed; not less than that of the frame before
     * @param length at least 0, at most {@link CaptureLimits#MOST_FRAME_BYTES}
     * @throws IllegalArgumentException when the tick goes backward, the frame is too long, or there are more than
     *     65,536 feeds
     */
    public void frame(String feed, long arrivalNs, long tick, byte[] bytes, int offset, int length)
            throws CaptureException {
        requireOpen();
        if (tick < lastTick) {
            throw new IllegalArgumentException("a frame of tick " + tick + " after one of tick " + lastTick);
        }
        if (length > CaptureLimits.MOST_FRAME_BYTES) {
            throw new IllegalArgumentException("a frame of " + length + " bytes");
        }
        Integer known = feeds.get(feed);
        int number = known == null ? declare(feed) : known;
        int start = startRecord(PawlFormat.KIND_FRAME, number, PawlFormat.FRAME_BYTES_AT);
        LittleEndian.putLong(block, start + PawlFormat.FRAME_ARRIVAL_AT, arrivalNs);
        LittleEndian.putLong(block, start + PawlFormat.FRAME_TICK_AT, tick);
        finishRecord(start, PawlFormat.FRAME_BYTES_AT, bytes, offset, length);
        lastTick = tick;
    }

    private int declare(String feed) throws CaptureException {
        int number = feeds.size();
        if (number == PawlFormat.MOST_FEEDS) {
            throw new IllegalArgumentException("more than " + PawlFormat.MOST_FEEDS + " feeds");
        }
        byte[] name = feed.getBytes(StandardCharsets.UTF_8);
        int start = startRecord(PawlFormat.KIND_FEED, number, PawlFormat.FEED_NAME_AT);
        finishRecord(start, PawlFormat.FEED_NAME_AT, name, 0, name.length);
        feeds.put(feed, number);
        return number;
    }

    /**
     * States that every tick up to this one was closed, which ends the capture.
     *
     * @throws IllegalArgumentException when a frame of a later tick was written
     */
    public void end(long lastClosedTick) throws CaptureException {
        requireOpen();
        if (lastClosedTick < lastTick) {
            throw new IllegalArgumentException("an end at tick " + lastClosedTick + " after tick " + lastTick);
        }
        int start = startRecord(PawlFormat.KIND_END, 0, PawlFormat.END_RECORD_BYTES);
        LittleEndian.putLong(block, start + PawlFormat.END_TICK_AT, lastClosedTick);
        finishRecord(start, PawlFormat.END_RECORD_BYTES, block, 0, 0);
        flush();
        ended = true;
    }

    private void requireOpen() {
        if (ended || closed) {
            throw new IllegalStateException(target + ": the capture has been ended");
        }
    }

    /** Makes room for the fixed part of a record, writes what all kinds share, and gives its place in the block. */
    private int startRecord(int kind, int feed, int fixedBytes) throws CaptureException {
        if (block.length - position < fixedBytes) {
            flush();
        }
        int start = position;
        block[start + PawlFormat.KIND_AT] = (byte) kind;
        block[start + PawlFormat.KIND_AT + 1] = 0;
        LittleEndian.putShort(block, start + PawlFormat.FEED_AT, feed);
        position += fixedBytes;
        return start;
    }

    /** Adds the rest of a record, and its size and checksum. */
    private void finishRecord(int start, int fixedBytes, byte[] rest, int offset, int length) throws CaptureException {
        LittleEndian.putInt(block, start + PawlFormat.BODY_SIZE_AT, fixedBytes - PawlFormat.PREFIX_BYTES + length);
        crc.reset();
        crc.update(block, start, PawlFormat.CRC_AT);
        crc.update(block, start + PawlFormat.PREFIX_BYTES, fixedBytes - PawlFormat.PREFIX_BYTES);
        crc.update(rest, offset, length);
        LittleEndian.putInt(block, start + PawlFormat.CRC_AT, (int) crc.getValue());
        if (length > block.length - position) {
            flush();
        }
        if (length > block.length) {
            write(ByteBuffer.wrap(rest, offset, length));
        } else {
            System.arraycopy(rest, offset, block, position, length);
            position += length;
        }
    }

    private void flush() throws CaptureException {
        blockBuffer.position(0).limit(position);
        write(blockBuffer);
        position = 0;
    }

    private void write(ByteBuffer bytes) throws CaptureException {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    /** Puts an ended capture in its place, once it would survive a loss of power; removes one that was not ended. */
    @Override
    public void close() throws CaptureException {
        if (closed) {
            return;
        }
        closed = true;
        try (channel) {
            if (ended) {
                channel.force(true);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(part);
            }
        } catch (IOException e) {
            throw failure(target, e);
        }
    }
}
