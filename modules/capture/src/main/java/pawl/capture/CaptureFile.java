package pawl.capture;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.token.Ticks;
import pawl.capture.CaptureProblem.Kind;

/** One capture while it is read: its frames with stamps and ticks that never go backward, and its problems reported. */
final class CaptureFile implements AutoCloseable {
    /** What a line may have besides its frame; escapes in JSON lines count against it. */
    private static final int LINE_OVERHEAD_BYTES = 4_096;

    /** For one capture or a few. */
    static final int BLOCK_BYTES = 1 << 17;

    private final FileBytes file;
    private final InputBuffer buffer;
    private final FileProblems problems;
    private final Frame frame;
    private final Compression compression;
    private final FrameDecoder decoder;
    private Optional<CaptureFormat> format = Optional.empty();
    private Optional<PawlHeader> header = Optional.empty();
    private long lastArrivalNs = Long.MIN_VALUE;
    private long lastTick = Long.MIN_VALUE;
    private boolean ended;

    private CaptureFile(Path path, FileBytes file, int blockBytes, CaptureLimits limits, ProblemListener listener)
            throws CaptureException {
        this.file = file;
        this.problems = new FileProblems(path, listener);
        this.frame = new Frame(path);
        byte[] block = new byte[blockBytes];
        int filled = file.readFully(block);
        compression = Compression.of(block, filled);
        int mostBytes = mostRecordBytes(limits.maxFrameBytes());
        buffer = switch (compression) {
            case NONE -> new InputBuffer(file, block, filled, mostBytes);
            case GZIP -> new InputBuffer(new GzipBytes(file, block, filled), new byte[blockBytes], 0, mostBytes);
            case ZSTD -> new InputBuffer(ZstdBytes.of(path, file, block, filled), new byte[blockBytes], 0, mostBytes);
        };
        decoder = decoder(limits);
    }

    /** The longest line, record or header that the buffer must hold. */
    private static int mostRecordBytes(int maxFrameBytes) {
        int mostLineBytes = maxFrameBytes + LINE_OVERHEAD_BYTES + 1;
        return Math.max(
                PawlFormat.MOST_HEADER_BYTES, Math.max(mostLineBytes, PawlRecords.mostRecordBytes(maxFrameBytes)));
    }

    /** @param blockBytes how much is read at once; twice that is held for a compressed capture */
    static CaptureFile open(Path path, int blockBytes, CaptureLimits limits, ProblemListener listener)
            throws CaptureException {
        FileBytes file = new FileBytes(path);
        try {
            return new CaptureFile(path, file, blockBytes, limits, listener);
        } catch (CaptureException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private FrameDecoder decoder(CaptureLimits limits) throws CaptureException {
        format = FormatRecogniser.recognise(buffer);
        if (format.isEmpty()) {
            reportNoFormat();
            return new NoFrames();
        }
        int maxFrameBytes = limits.maxFrameBytes();
        LineReader lines = new LineReader(buffer, maxFrameBytes + LINE_OVERHEAD_BYTES);
        return switch (format.get()) {
            case PAWL -> pawlDecoder(maxFrameBytes);
            case STAMPED_LINES -> new StampedLines(lines, problems, maxFrameBytes);
            case CRYPTOFEED_LINES -> new CryptofeedLines(lines, problems, maxFrameBytes);
        };
    }

    private FrameDecoder pawlDecoder(int maxFrameBytes) throws CaptureException {
        header = PawlHeader.read(buffer, problems);
        return header.isPresent() ? new PawlRecords(buffer, header.get(), problems, maxFrameBytes) : new NoFrames();
    }

    private void reportNoFormat() throws CaptureException {
        if (buffer.unread() > 0) {
            problems.report(Kind.UNKNOWN_FORMAT, 0, 0, () -> FormatRecogniser.describeUnknown(buffer));
        } else if (buffer.damage().isEmpty()) {
            problems.report(Kind.EMPTY_FILE, 0, 0, () -> "the file is empty");
        }
    }

    boolean next() throws CaptureException {
        if (ended) {
            return false;
        }
        if (!decoder.next(frame)) {
            ended = true;
            reportEnd();
            frame.release();
            close();
            return false;
        }
        clampArrival();
        if (decoder.keepsTicks()) {
            clampTick();
        } else {
            frame.setTick(Ticks.ofEpochNs(lastArrivalNs));
        }
        return true;
    }

    private void clampArrival() throws CaptureException {
        long arrivalNs = frame.arrivalNs();
        if (arrivalNs >= lastArrivalNs) {
            lastArrivalNs = arrivalNs;
            return;
        }
        problems.report(
                Kind.TIME_BACKWARD,
                frame.number(),
                frame.positionBytes(),
                () -> "arrived " + (lastArrivalNs - arrivalNs)
                        + " ns before an earlier frame; delivered with the stamp of that frame");
        frame.setArrivalNs(lastArrivalNs);
    }

    private void clampTick() throws CaptureException {
        long tick = frame.tick();
        if (tick >= lastTick) {
            lastTick = tick;
            return;
        }
        problems.report(
                Kind.TICK_BACKWARD,
                frame.number(),
                frame.positionBytes(),
                () -> "recorded in tick " + tick + " after a frame of tick " + lastTick + "; delivered in the latter");
        frame.setTick(lastTick);
    }

    private void reportEnd() throws CaptureException {
        Optional<Damage> damage = buffer.damage();
        if (damage.isPresent()) {
            Damage found = damage.get();
            long deliveredBytes = buffer.offsetBytes();
            problems.report(
                    found.kind(),
                    frame.number(),
                    deliveredBytes,
                    () -> found.message() + "; all that was whole was read, up to byte " + deliveredBytes
                            + " of the plain data");
        }
        problems.reportCounts();
    }

    Frame frame() {
        return frame;
    }

    Optional<CaptureFormat> format() {
        return format;
    }

    /** The version that a Pawl capture states, where its header could be read. */
    Optional<PawlHeader> header() {
        return header;
    }

    Compression compression() {
        return compression;
    }

    /** As a Pawl capture states it; known once the first frame was read. */
    Optional<RecordedUnder> recordedUnder() {
        return decoder.recordedUnder();
    }

    OptionalLong lastClosedTick() {
        return decoder.lastClosedTick();
    }

    long unknownRecords() {
        return decoder.unknownRecords();
    }

    long bytesRead() {
        return file.readBytes();
    }

    long bytesTotal() {
        return file.totalBytes();
    }

    @Override
    public void close() {
        buffer.close();
    }
}
