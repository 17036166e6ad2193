package pawl.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The segment of a recording that is being written: a Pawl capture by itself. */
final class CaptureSegment implements AutoCloseable {
    private final ZstdFile file;
    private final PawlRecordWriter records;
    private final long firstTick;
    private long flushedThrough;

    private CaptureSegment(ZstdFile file, long firstTick) {
        this.file = file;
        this.records = new PawlRecordWriter(file);
        this.firstTick = firstTick;
        this.flushedThrough = firstTick - 1;
    }

    /** Makes the file; nothing is in it before {@link #start}. */
    static CaptureSegment create(Path folder, long firstTick, ZstdCompressor compressor) throws CaptureException {
        Path path = folder.resolve(SegmentName.of(firstTick, 1));
        // An earlier run may have begun a segment with this tick, which is left as it is.
        for (int attempt = 2; Files.exists(path); attempt++) {
            path = folder.resolve(SegmentName.of(firstTick, attempt));
        }
        try {
            return new CaptureSegment(ZstdFile.create(path, compressor), firstTick);
        } catch (IOException e) {
            throw ZstdFile.failure(path, e);
        }
    }

    /** Writes what stands before the first frame. */
    void start(RecordedUnder recordedUnder, List<String> feeds) throws CaptureException {
        records.header();
        records.recordedUnder(recordedUnder);
        for (int number = 0; number < feeds.size(); number++) {
            records.feed(number, feeds.get(number));
        }
        flush();
    }

    PawlRecordWriter records() {
        return records;
    }

    long firstTick() {
        return firstTick;
    }

    long writtenBytes() {
        return file.writtenBytes();
    }

    /** Flushes when that many ticks were closed since the last time. */
    void closedThrough(long tick, int flushTicks) throws CaptureException {
        if (tick - flushedThrough >= flushTicks) {
            flush();
            flushedThrough = tick;
        }
    }

    void flush() throws CaptureException {
        records.flush();
        file.flush();
    }

    /** @param force whether it shall survive a loss of power when this returns, for which a disk takes its time */
    void end(long lastClosedTick, boolean force) throws CaptureException {
        records.end(lastClosedTick);
        records.flush();
        file.finish();
        if (force) {
            file.force();
        }
    }

    @Override
    public void close() throws CaptureException {
        file.close();
    }
}
