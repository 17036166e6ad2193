package pawl.capture;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pawl.api.token.Ticks;

/**
 * Records frames as they arrive in a folder of compressed segments, each a whole Pawl capture (docs/capture-format.md),
 * beside the configuration they are recorded under. A reader may read the folder meanwhile and gets all that was
 * flushed; so it does after the process was killed. No tick lies in two segments.
 *
 * <p>Called on one thread at a time, which it keeps up only for as long as the system needs to take the bytes; nothing is
 * allocated for a frame. After a {@link CaptureException} it is of no more use, but to be closed.
 */
public final class CaptureFolderWriter implements AutoCloseable {
    private static final long TICKS_PER_HOUR = Ticks.TICKS_PER_DAY / 24;

    private final Path folder;
    private final CaptureIdentity identity;
    private final SegmentLimits limits;
    private final List<String> feeds = new ArrayList<>();
    private final Map<String, Integer> feedNumbers = new HashMap<>();
    private final ZstdCompressor compressor = new ZstdCompressor();
    private @Nullable CaptureSegment segment;
    private long endedBytes;
    private long lastTick = Long.MIN_VALUE;
    private long closedThrough = Long.MIN_VALUE;
    private long lastEndTick = Long.MIN_VALUE;
    private State state = State.RECORDING;

    private enum State {
        RECORDING,
        ENDED,
        FAILED,
        CLOSED
    }

    private CaptureFolderWriter(Path folder, CaptureIdentity identity, SegmentLimits limits) {
        this.folder = folder;
        this.identity = identity;
        this.limits = limits;
    }

    /**
     * Starts a recording. Its first segment appears with the first frame.
     *
     * @param folder made where there is none; a recording's folder holds nothing else
     * @throws CaptureException when the folder holds files already, or cannot be written
     */
    public static CaptureFolderWriter create(Path folder, CaptureIdentity identity, SegmentLimits limits)
            throws CaptureException {
        return open(folder, identity, limits, false);
    }

    /**
     * Goes on with the recording in a folder, in a new segment. What is there stays as it is, torn or not; with a
     * recording under another configuration or other plugins, {@link Captures#recordedUnder} will find disagreement.
     *
     * @throws CaptureException when the folder cannot be written
     */
    public static CaptureFolderWriter continueIn(Path folder, CaptureIdentity identity, SegmentLimits limits)
            throws CaptureException {
        return open(folder, identity, limits, true);
    }

    private static CaptureFolderWriter open(
            Path folder, CaptureIdentity identity, SegmentLimits limits, boolean continues) throws CaptureException {
        ZstdLibrary.load(folder, CaptureException.Kind.NOT_WRITABLE);
        try {
            Files.createDirectories(folder);
            if (!continues) {
                requireNoFiles(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, folder, "is a file; name a folder", e);
        } catch (IOException e) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, folder, "cannot be written: " + e, e);
        }
        ConfigurationFolder.write(folder, identity.recordedUnder().configurationSha256(), identity.configurationJson());
        return new CaptureFolderWriter(folder, identity, limits);
    }

    private static void requireNoFiles(Path folder) throws IOException, CaptureException {
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.anyMatch(Files::isRegularFile)) {
                throw new CaptureException(
                        CaptureException.Kind.NOT_WRITABLE,
                        folder,
                        "holds files already: name an empty or new folder, or go on with the recording in it");
            }
        }
    }

    /**
     * The number by which {@link #frame} knows a feed; the same for the same name.
     *
     * @throws IllegalArgumentException when there are more than 65,536 feeds
     */
    public int declare(String feed) throws CaptureException {
        requireRecording();
        Integer known = feedNumbers.get(feed);
        if (known != null) {
            return known;
        }
        int number = feeds.size();
        if (number == PawlFormat.MOST_FEEDS) {
            throw new IllegalArgumentException("more than " + PawlFormat.MOST_FEEDS + " feeds");
        }
        feeds.add(feed);
        feedNumbers.put(feed, number);
        if (segment != null) {
            try {
                segment.records().feed(number, feed);
            } catch (CaptureException e) {
                throw failed(e);
            }
        }
        return number;
    }

    /**
     * Adds a frame.
     *
     * @param feed as {@link #declare} gave it
     * @param arrivalNs since the epoch
     * @param tick in which the frame was flushed; not less than that of the frame before, and not closed
     * @param length at least 0, at most {@link CaptureLimits#MOST_FRAME_BYTES}
     * @throws CaptureException when the system does not take the bytes
     * @throws IllegalArgumentException when the feed is not declared, the tick goes backward, or the frame is too long
     */
    public void frame(int feed, long arrivalNs, long tick, byte[] bytes, int offset, int length)
            throws CaptureException {
        requireRecording();
        if (tick < lastTick || tick <= closedThrough) {
            throw new IllegalArgumentException("a frame of tick " + tick + " after one of tick " + lastTick
                    + ", and ticks are closed up to " + closedThrough);
        }
        if (feed < 0 || feed >= feeds.size() || length > CaptureLimits.MOST_FRAME_BYTES) {
            throw new IllegalArgumentException("a frame of feed " + feed + " with " + length + " bytes");
        }
        try {
            segmentFrom(tick).records().frame(feed, arrivalNs, tick, bytes, offset, length);
        } catch (CaptureException e) {
            throw failed(e);
        }
        lastTick = tick;
    }

    /**
     * Says that every tick up to this one was closed, after each closed tick; on some of them it flushes, and on few
     * ends the segment.
     *
     * @throws CaptureException when the system does not take the bytes
     * @throws IllegalArgumentException when the tick is less than that of a frame
     */
    public void closedThrough(long tick) throws CaptureException {
        requireRecording();
        requireNotBefore(tick);
        closedThrough = Math.max(closedThrough, tick);
        CaptureSegment open = segment;
        if (open == null) {
            return;
        }
        try {
            open.closedThrough(tick, limits.flushTicks());
            long nextHour = Math.floorDiv(tick + 1, TICKS_PER_HOUR);
            if (open.writtenBytes() >= limits.segmentBytes()
                    || nextHour > Math.floorDiv(open.firstTick(), TICKS_PER_HOUR)) {
                endSegment(open, tick, false);
            }
        } catch (CaptureException e) {
            throw failed(e);
        }
    }

    /**
     * States that every tick up to this one was closed, which ends the recording; it would survive a loss of power.
     *
     * @throws CaptureException when the system does not take the bytes
     * @throws IllegalArgumentException when the tick is less than that of a frame
     */
    public void end(long lastClosedTick) throws CaptureException {
        requireRecording();
        requireNotBefore(lastClosedTick);
        try {
            if (segment != null || lastClosedTick > lastEndTick) {
                endSegment(segmentFrom(lastClosedTick), lastClosedTick, true);
            }
        } catch (CaptureException e) {
            throw failed(e);
        }
        state = State.ENDED;
    }

    private void requireRecording() {
        if (state != State.RECORDING) {
            throw new IllegalStateException(folder + ": the recording has " + state);
        }
    }

    private void requireNotBefore(long tick) {
        if (tick < lastTick) {
            throw new IllegalArgumentException("tick " + tick + " is closed after a frame of tick " + lastTick);
        }
    }

    private CaptureSegment segmentFrom(long tick) throws CaptureException {
        CaptureSegment open = segment;
        if (open == null) {
            open = CaptureSegment.create(folder, tick, compressor);
            segment = open;
            open.start(identity.recordedUnder(), feeds);
        }
        return open;
    }

    private void endSegment(CaptureSegment open, long lastClosedTick, boolean force) throws CaptureException {
        open.end(lastClosedTick, force);
        endedBytes += open.writtenBytes();
        lastEndTick = lastClosedTick;
        segment = null;
        open.close();
    }

    private CaptureException failed(CaptureException e) {
        state = State.FAILED;
        return e;
    }

    /** How much lies on disk of what this writer wrote. */
    public long bytesWritten() {
        return endedBytes + (segment == null ? 0 : segment.writtenBytes());
    }

    /** Without an {@link #end} before, all that was recorded can be read, and a reader says that the end is missing. */
    @Override
    public void close() throws CaptureException {
        State before = state;
        state = State.CLOSED;
        CaptureSegment unfinished = segment;
        segment = null;
        try (compressor;
                unfinished) {
            if (unfinished != null && before == State.RECORDING) {
                unfinished.flush();
            }
        }
    }
}
