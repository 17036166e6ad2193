package pawl.capture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import pawl.capture.CaptureProblem.Kind;

/**
 * The records of a Pawl capture. One that fails its checksum is left out; when the one after it fails too, the length
 * that led there cannot be trusted and reading ends.
 */
final class PawlRecords implements FrameDecoder {
    private final InputBuffer buffer;
    private final FileProblems problems;
    private final int maxFrameBytes;
    private final boolean newerMinor;
    private final FeedNames feeds = new FeedNames();
    private final CRC32C crc = new CRC32C();
    private long number;
    private int recordBytes;
    private boolean lastFailed;
    private boolean endSeen;
    private long lastClosedTick = Long.MIN_VALUE;
    private long unknownRecords;
    private Optional<RecordedUnder> recordedUnder = Optional.empty();
    private boolean ended;

    /** @param buffer after the header */
    PawlRecords(InputBuffer buffer, PawlHeader header, FileProblems problems, int maxFrameBytes) {
        this.buffer = buffer;
        this.newerMinor = header.isNewerMinor();
        this.problems = problems;
        this.maxFrameBytes = maxFrameBytes;
    }

    /** What the buffer must be able to hold for frames of that length. */
    static int mostRecordBytes(int maxFrameBytes) {
        return PawlFormat.FRAME_BYTES_AT + maxFrameBytes;
    }

    @Override
    public boolean next(Frame frame) throws CaptureException {
        boolean found = false;
        while (!found && nextRecord()) {
            found = take(frame);
        }
        return found;
    }

    /** Leaves the buffer at the next record that is whole; false at the end. */
    private boolean nextRecord() throws CaptureException {
        buffer.skip(recordBytes);
        recordBytes = 0;
        while (!ended) {
            number++;
            if (!buffer.require(PawlFormat.PREFIX_BYTES)) {
                ended = true;
                reportEnd();
                return false;
            }
            long bodyBytes = LittleEndian.getInt(buffer.bytes(), buffer.position()) & 0xffffffffL;
            if (bodyBytes < PawlFormat.LEAST_BODY_BYTES) {
                ended = true;
                report(
                        Kind.MALFORMED_RECORD,
                        () -> "a record of " + bodyBytes + " bytes; the rest of the file is not read");
            } else if (bodyBytes > mostRecordBytes(maxFrameBytes) - PawlFormat.PREFIX_BYTES) {
                skipLong(bodyBytes);
            } else if (!buffer.require(PawlFormat.PREFIX_BYTES + (int) bodyBytes)) {
                ended = true;
                reportEnd();
            } else if (isIntact((int) bodyBytes)) {
                recordBytes = PawlFormat.PREFIX_BYTES + (int) bodyBytes;
                return true;
            } else {
                reportChecksum();
                buffer.skip(PawlFormat.PREFIX_BYTES + (int) bodyBytes);
            }
        }
        return false;
    }

    private boolean isIntact(int bodyBytes) {
        byte[] bytes = buffer.bytes();
        int start = buffer.position();
        crc.reset();
        crc.update(bytes, start, PawlFormat.CRC_AT);
        crc.update(bytes, start + PawlFormat.PREFIX_BYTES, bodyBytes);
        boolean intact = (int) crc.getValue() == LittleEndian.getInt(bytes, start + PawlFormat.CRC_AT);
        lastFailed = lastFailed && !intact;
        return intact;
    }

    /** Passes over a record too long to hold, checking it on the way, for its length may be what is wrong. */
    private void skipLong(long bodyBytes) throws CaptureException {
        long startBytes = buffer.offsetBytes();
        int expected = LittleEndian.getInt(buffer.bytes(), buffer.position() + PawlFormat.CRC_AT);
        crc.reset();
        crc.update(buffer.bytes(), buffer.position(), PawlFormat.CRC_AT);
        buffer.skip(PawlFormat.PREFIX_BYTES);
        long left = bodyBytes;
        while (left > 0 && buffer.require(1)) {
            int part = (int) Math.min(left, buffer.unread());
            crc.update(buffer.bytes(), buffer.position(), part);
            buffer.skip(part);
            left -= part;
        }
        if (left > 0) {
            ended = true;
            if (buffer.damage().isEmpty()) {
                Supplier<String> message = () -> "the file ends within a record of " + bodyBytes + " bytes";
                problems.report(Kind.TRUNCATED, number, startBytes, message);
            }
        } else if ((int) crc.getValue() == expected) {
            lastFailed = false;
            Supplier<String> message = () -> bodyBytes + " bytes in one record, allowed are "
                    + (mostRecordBytes(maxFrameBytes) - PawlFormat.PREFIX_BYTES) + "; left out";
            problems.report(Kind.FRAME_TOO_LONG, number, startBytes, message);
        } else {
            reportChecksum();
        }
    }

    private void reportChecksum() throws CaptureException {
        ended = lastFailed;
        lastFailed = true;
        report(
                Kind.CHECKSUM,
                () -> ended
                        ? "the second record in a row with a wrong checksum; the rest of the file is not read"
                        : "the record does not match its checksum; left out");
    }

    /** Whole records end here; says so where the file should not end. */
    private void reportEnd() throws CaptureException {
        if (buffer.damage().isPresent()) {
            return; // whoever owns the buffer reports that
        }
        int rest = buffer.unread();
        if (rest > 0) {
            report(Kind.TRUNCATED, () -> "the file ends within a record, after " + rest + " bytes of it");
        } else if (!endSeen) {
            report(Kind.TRUNCATED, () -> "the file has no END record: it is cut, or its recorder was stopped");
        }
    }

    private boolean take(Frame frame) throws CaptureException {
        byte[] bytes = buffer.bytes();
        int start = buffer.position();
        int kind = bytes[start + PawlFormat.KIND_AT] & 0xff;
        switch (kind) {
            case PawlFormat.KIND_FEED -> takeFeed(bytes, start);
            case PawlFormat.KIND_FRAME -> {
                return takeFrame(bytes, start, frame);
            }
            case PawlFormat.KIND_END -> takeEnd(bytes, start);
            case PawlFormat.KIND_RECORDED_UNDER -> takeRecordedUnder(bytes, start);
            default -> {
                if (newerMinor) {
                    unknownRecords++;
                } else {
                    report(Kind.MALFORMED_RECORD, () -> "a record of kind " + kind + ", which is not known; left out");
                }
            }
        }
        return false;
    }

    private void takeFeed(byte[] bytes, int start) throws CaptureException {
        int feed = LittleEndian.getUnsignedShort(bytes, start + PawlFormat.FEED_AT);
        int nameBytes = recordBytes - PawlFormat.FEED_NAME_AT;
        String name = new String(bytes, start + PawlFormat.FEED_NAME_AT, nameBytes, StandardCharsets.UTF_8);
        if (!feeds.declare(feed, name)) {
            report(Kind.MALFORMED_RECORD, () -> "feed " + feed + " is declared twice; the first name holds");
        }
    }

    private boolean takeFrame(byte[] bytes, int start, Frame frame) throws CaptureException {
        int feed = LittleEndian.getUnsignedShort(bytes, start + PawlFormat.FEED_AT);
        int frameBytes = recordBytes - PawlFormat.FRAME_BYTES_AT;
        if (frameBytes < 0 || !feeds.isDeclared(feed)) {
            report(
                    Kind.MALFORMED_RECORD,
                    () -> frameBytes < 0
                            ? "a FRAME record of " + recordBytes + " bytes; left out"
                            : "a frame of feed " + feed + ", which no FEED record declared; left out");
            return false;
        }
        long arrivalNs = LittleEndian.getLong(bytes, start + PawlFormat.FRAME_ARRIVAL_AT);
        frame.set(bytes, start + PawlFormat.FRAME_BYTES_AT, frameBytes, arrivalNs, feeds.name(feed));
        frame.setTick(LittleEndian.getLong(bytes, start + PawlFormat.FRAME_TICK_AT));
        frame.setPlace(number, buffer.offsetBytes());
        return true;
    }

    private void takeEnd(byte[] bytes, int start) throws CaptureException {
        if (recordBytes != PawlFormat.END_RECORD_BYTES) {
            report(Kind.MALFORMED_RECORD, () -> "an END record of " + recordBytes + " bytes; left out");
            return;
        }
        endSeen = true;
        lastClosedTick = Math.max(lastClosedTick, LittleEndian.getLong(bytes, start + PawlFormat.END_TICK_AT));
    }

    private void takeRecordedUnder(byte[] bytes, int start) throws CaptureException {
        Optional<RecordedUnder> stated = RecordedUnderCodec.decode(bytes, start, recordBytes);
        if (stated.isEmpty() || number != 1) {
            report(
                    Kind.MALFORMED_RECORD,
                    () -> stated.isEmpty()
                            ? "a RECORDED_UNDER record of " + recordBytes + " bytes that makes no sense; left out"
                            : "a RECORDED_UNDER record that is not the first record; left out");
            return;
        }
        recordedUnder = stated;
    }

    private void report(Kind kind, Supplier<String> message) throws CaptureException {
        problems.report(kind, number, buffer.offsetBytes(), message);
    }

    @Override
    public boolean keepsTicks() {
        return true;
    }

    @Override
    public OptionalLong lastClosedTick() {
        return endSeen ? OptionalLong.of(lastClosedTick) : OptionalLong.empty();
    }

    @Override
    public Optional<RecordedUnder> recordedUnder() {
        return recordedUnder;
    }

    @Override
    public long unknownRecords() {
        return unknownRecords;
    }
}
