package pawl.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Lays out the header and records of a Pawl capture in a block, which goes to a sink whenever it is full. */
final class PawlRecordWriter {
    private static final int BLOCK_BYTES = 1 << 17;

    private final Sink sink;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteBuffer blockBuffer = ByteBuffer.wrap(block);
    private final CRC32C crc = new CRC32C();
    private int position;

    /** Where the bytes go. */
    @FunctionalInterface
    interface Sink {
        /** Takes the bytes in before it returns. */
        void write(ByteBuffer bytes) throws CaptureException;
    }

    PawlRecordWriter(Sink sink) {
        this.sink = sink;
    }

    /** Starts a capture. */
    void header() throws CaptureException {
        flush();
        PawlFormat.putMagic(block);
        LittleEndian.putShort(block, PawlFormat.HEADER_MAJOR_AT, PawlFormat.MAJOR);
        LittleEndian.putShort(block, PawlFormat.HEADER_MINOR_AT, PawlFormat.MINOR);
        LittleEndian.putShort(block, PawlFormat.HEADER_PATCH_AT, PawlFormat.PATCH);
        LittleEndian.putShort(block, PawlFormat.HEADER_SIZE_AT, PawlFormat.HEADER_BYTES);
        int header = PawlFormat.crcOf(crc, block, 0, PawlFormat.HEADER_START_BYTES);
        LittleEndian.putInt(block, PawlFormat.HEADER_START_BYTES, header);
        position = PawlFormat.HEADER_BYTES;
    }

    void recordedUnder(RecordedUnder under) throws CaptureException {
        byte[] body = RecordedUnderCodec.encode(under);
        int start = startRecord(PawlFormat.KIND_RECORDED_UNDER, 0, PawlFormat.CONFIGURATION_AT);
        finishRecord(start, PawlFormat.CONFIGURATION_AT, body, 0, body.length);
    }

    void feed(int number, String feed) throws CaptureException {
        byte[] name = feed.getBytes(StandardCharsets.UTF_8);
        int start = startRecord(PawlFormat.KIND_FEED, number, PawlFormat.FEED_NAME_AT);
        finishRecord(start, PawlFormat.FEED_NAME_AT, name, 0, name.length);
    }

    void frame(int feed, long arrivalNs, long tick, byte[] bytes, int offset, int length) throws CaptureException {
        int start = startRecord(PawlFormat.KIND_FRAME, feed, PawlFormat.FRAME_BYTES_AT);
        LittleEndian.putLong(block, start + PawlFormat.FRAME_ARRIVAL_AT, arrivalNs);
        LittleEndian.putLong(block, start + PawlFormat.FRAME_TICK_AT, tick);
        finishRecord(start, PawlFormat.FRAME_BYTES_AT, bytes, offset, length);
    }

    void end(long lastClosedTick) throws CaptureException {
        int start = startRecord(PawlFormat.KIND_END, 0, PawlFormat.END_RECORD_BYTES);
        LittleEndian.putLong(block, start + PawlFormat.END_TICK_AT, lastClosedTick);
        finishRecord(start, PawlFormat.END_RECORD_BYTES, block, 0, 0);
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
            sink.write(ByteBuffer.wrap(rest, offset, length));
        } else {
            System.arraycopy(rest, offset, block, position, length);
            position += length;
        }
    }

    /** Hands the sink what it does not have yet. */
    void flush() throws CaptureException {
        blockBuffer.position(0).limit(position);
        position = 0;
        if (blockBuffer.hasRemaining()) {
            sink.write(blockBuffer);
        }
    }
}
