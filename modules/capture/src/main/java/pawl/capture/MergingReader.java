package pawl.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Merges captures by tick, then arrival stamp, then the frame's bytes, then the feed's name. Frames that are equal in
 * all of these come in one round, before anything that follows one of them in its file: so what comes out depends on
 * the set of captures and not on the order in which they were given.
 *
 * <p>A file is open only from its first tick to its last, so that a recording may have thousands of segments.
 */
final class MergingReader implements CaptureReader {
    private static final int FEW_FILES = 16;
    private static final int SMALL_BLOCK_BYTES = 1 << 14;

    private final CaptureLimits limits;
    private final ProblemListener problems;
    private final PriorityQueue<Unopened> unopened = new PriorityQueue<>(Comparator.comparingLong(Unopened::firstTick));
    private final PriorityQueue<CaptureFile> waiting = new PriorityQueue<>(MergingReader::compare);
    private final List<CaptureFile> open = new ArrayList<>();
    private final List<CaptureFile> round = new ArrayList<>();
    private int roundPosition = -1;
    private long unopenedBytes;
    private final FinishedFiles finished = new FinishedFiles();

    /** A file that was looked into and closed again. */
    private record Unopened(Path path, long firstTick, long sizeBytes) {}

    MergingReader(List<Path> paths, CaptureLimits limits, ProblemListener problems) throws CaptureException {
        this.limits = limits;
        this.problems = problems;
        try {
            for (Path path : paths) {
                // A pipe can be opened only once.
                if (paths.size() == 1 || !Files.isRegularFile(path) || !lookInto(path)) {
                    start(path);
                }
            }
        } catch (CaptureException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Notes the file's first tick; false when it has no frame, so that it is to be read for what is wrong in it. */
    private boolean lookInto(Path path) throws CaptureException {
        // What is wrong is told when the file is read.
        try (CaptureFile file = CaptureFile.open(path, SMALL_BLOCK_BYTES, limits, problem -> {})) {
            if (!file.next()) {
                return false;
            }
            unopened.add(new Unopened(path, file.frame().tick(), file.bytesTotal()));
            unopenedBytes += file.bytesTotal();
            return true;
        }
    }

    private void start(Path path) throws CaptureException {
        int blockBytes = open.size() < FEW_FILES ? CaptureFile.BLOCK_BYTES : SMALL_BLOCK_BYTES;
        CaptureFile file = CaptureFile.open(path, blockBytes, limits, problems);
        open.add(file);
        advance(file);
    }

    private void advance(CaptureFile file) throws CaptureException {
        if (file.next()) {
            waiting.add(file);
        } else {
            open.remove(file);
            finished.add(file);
        }
    }

    /** Opens all that may hold the next frame. */
    private void openThroughNextTick() throws CaptureException {
        Unopened first = unopened.peek();
        while (first != null
                && (waiting.isEmpty()
                        || first.firstTick() <= waiting.element().frame().tick())) {
            unopened.remove();
            unopenedBytes -= first.sizeBytes();
            start(first.path());
            first = unopened.peek();
        }
    }

    private static int compare(CaptureFile one, CaptureFile other) {
        Frame a = one.frame();
        Frame b = other.frame();
        if (a.tick() != b.tick()) {
            return Long.compare(a.tick(), b.tick());
        }
        if (a.arrivalNs() != b.arrivalNs()) {
            return Long.compare(a.arrivalNs(), b.arrivalNs());
        }
        int byBytes = Arrays.compareUnsigned(
                a.bytes(), a.offset(), a.offset() + a.length(), b.bytes(), b.offset(), b.offset() + b.length());
        return byBytes != 0 ? byBytes : a.feed().compareTo(b.feed());
    }

    @Override
    public boolean next() throws CaptureException {
        if (roundPosition >= 0) {
            advance(round.get(roundPosition));
        }
        if (++roundPosition >= round.size()) {
            startRound();
        }
        return !round.isEmpty();
    }

    private void startRound() throws CaptureException {
        round.clear();
        roundPosition = -1;
        openThroughNextTick();
        CaptureFile first = waiting.poll();
        if (first == null) {
            return;
        }
        roundPosition = 0;
        round.add(first);
        for (CaptureFile same = waiting.peek(); same != null && compare(first, same) == 0; same = waiting.peek()) {
            round.add(same);
            waiting.remove();
        }
    }

    @Override
    public Frame frame() {
        return round.get(roundPosition).frame();
    }

    @Override
    public OptionalLong lastClosedTick() {
        return finished.lastClosedTick();
    }

    @Override
    public long unknownRecords() {
        long count = finished.unknownRecords();
        for (CaptureFile file : open) {
            count += file.unknownRecords();
        }
        return count;
    }

    @Override
    public long bytesRead() {
        long bytes = finished.bytesRead();
        for (CaptureFile file : open) {
            bytes += file.bytesRead();
        }
        return bytes;
    }

    @Override
    public long bytesTotal() {
        long bytes = finished.bytesTotal() + unopenedBytes;
        for (CaptureFile file : open) {
            bytes += file.bytesTotal();
        }
        return bytes;
    }

    @Override
    public void close() {
        for (CaptureFile file : open) {
            file.close();
        }
        open.clear();
        unopened.clear();
    }
}
