package pawl.kernel.live;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pawl.capture.CaptureException;
import pawl.capture.CaptureFolderWriter;
import pawl.capture.CaptureIdentity;
import pawl.capture.SegmentLimits;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;

/** Records what the engine is given, before it is given it; where nobody asked for that, does nothing. */
final class FrameRecorder implements AutoCloseable {
    private final Optional<CaptureFolderWriter> writer;
    private int[] declared = {};

    private FrameRecorder(Optional<CaptureFolderWriter> writer) {
        this.writer = writer;
    }

    static FrameRecorder open(Optional<Path> folder, CaptureIdentity identity, boolean continues, List<LiveFeed> feeds)
            throws PawlException {
        if (folder.isEmpty()) {
            return new FrameRecorder(Optional.empty());
        }
        try {
            CaptureFolderWriter writer = continues
                    ? CaptureFolderWriter.continueIn(folder.get(), identity, SegmentLimits.STANDARD)
                    : CaptureFolderWriter.create(folder.get(), identity, SegmentLimits.STANDARD);
            FrameRecorder recorder = new FrameRecorder(Optional.of(writer));
            recorder.declare(feeds);
            return recorder;
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    /** Feeds of which frames may come from now on; one that goes on under another number has the name that it had. */
    void declare(List<LiveFeed> feeds) throws PawlException {
        if (writer.isEmpty()) {
            return;
        }
        try {
            for (LiveFeed feed : feeds) {
                declared = Arrays.copyOf(declared, Math.max(declared.length, feed.number() + 1));
                declared[feed.number()] = writer.get().declare(feed.name());
            }
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    void frame(int feed, long arrivalNs, long tick, byte[] bytes, int offset, int length) throws PawlException {
        if (writer.isPresent()) {
            try {
                writer.get().frame(declared[feed], arrivalNs, tick, bytes, offset, length);
            } catch (CaptureException e) {
                throw failure(e);
            }
        }
    }

    void closedThrough(long tick) throws PawlException {
        if (writer.isPresent()) {
            try {
                writer.get().closedThrough(tick);
            } catch (CaptureException e) {
                throw failure(e);
            }
        }
    }

    void end(long lastClosedTick) throws PawlException {
        if (writer.isPresent()) {
            try {
                writer.get().end(lastClosedTick);
            } catch (CaptureException e) {
                throw failure(e);
            }
        }
    }

    private static PawlException failure(CaptureException e) {
        return new PawlException(Kind.USAGE, e);
    }

    @Override
    public void close() throws PawlException {
        if (writer.isPresent()) {
            try {
                writer.get().close();
            } catch (CaptureException e) {
                throw failure(e);
            }
        }
    }
}
