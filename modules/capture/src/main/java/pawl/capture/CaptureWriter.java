package pawl.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a Pawl capture (docs/capture-format.md). The file appears, or replaces the one of its name, whole and only
 * when it is closed after {@link #end}: until then it is {@code <name>.part} beside it, and closing without an end
 * removes that. Called on one thread.
 */
public final class CaptureWriter implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final PawlRecordWriter records = new PawlRecordWriter(this::write);
    private final Map<String, Integer> feeds = new HashMap<>();
    private long lastTick = Long.MIN_VALUE;
    private boolean ended;
    private boolean closed;

    private CaptureWriter(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** @throws CaptureException when no file can be made there */
    public static CaptureWriter create(Path target) throws CaptureException {
        return create(target, Optional.empty());
    }

    /** Of frames that were recorded under something that is known. */
    static CaptureWriter create(Path target, Optional<RecordedUnder> recordedUnder) throws CaptureException {
        Path absolute = target.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            throw new CaptureException(CaptureException.Kind.NOT_WRITABLE, target, "is a folder; name a file");
        }
        try {
            CaptureWriter writer = new CaptureWriter(target, absolute.resolveSibling(absolute.getFileName() + ".part"));
            writer.records.header();
            if (recordedUnder.isPresent()) {
                writer.records.recordedUnder(recordedUnder.get());
            }
            return writer;
        } catch (IOException e) {
            throw failure(target, e);
        }
    }

    private static CaptureException failure(Path target, IOException e) {
        return new CaptureException(CaptureException.Kind.NOT_WRITABLE, target, "cannot be written: " + e, e);
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
        records.frame(number, arrivalNs, tick, bytes, offset, length);
        lastTick = tick;
    }

    private int declare(String feed) throws CaptureException {
        int number = feeds.size();
        if (number == PawlFormat.MOST_FEEDS) {
            throw new IllegalArgumentException("more than " + PawlFormat.MOST_FEEDS + " feeds");
        }
        records.feed(number, feed);
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
        records.end(lastClosedTick);
        records.flush();
        ended = true;
    }

    private void requireOpen() {
        if (ended || closed) {
            throw new IllegalStateException(target + ": the capture has been ended");
        }
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
