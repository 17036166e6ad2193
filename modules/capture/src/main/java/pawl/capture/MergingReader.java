package pawl.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Merges captures by tick, then arrival stamp, then the frame's bytes, then the feed's name. Frames that are equal in
 * all of these come in one round, before anything that follows one of them in its file: so what comes out depends on
 * the set of captures and not on the order in which they were given.
 */
final class MergingReader implements CaptureReader {
    private static final int FEW_FILES = 16;
    private static final int SMALL_BLOCK_BYTES = 1 << 14;

    private final List<CaptureFile> files = new ArrayList<>();
    private final PriorityQueue<CaptureFile> waiting = new PriorityQueue<>(MergingReader::compare);
    private final List<CaptureFile> round = new ArrayList<>();
    private int roundPosition = -1;

    MergingReader(List<Path> paths, CaptureLimits limits, ProblemListener problems) throws CaptureException {
        // All files are open at once, so many must make do with less memory each.
        int blockBytes = paths.size() <= FEW_FILES ? CaptureFile.BLOCK_BYTES : SMALL_BLOCK_BYTES;
        try {
            for (Path path : paths) {
                CaptureFile file = CaptureFile.open(path, blockBytes, limits, problems);
                files.add(file);
                if (file.next()) {
                    waiting.add(file);
                }
            }
        } catch (CaptureException | RuntimeException e) {
            closeAll();
            throw e;
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
            CaptureFile delivered = round.get(roundPosition);
            if (delivered.next()) {
                waiting.add(delivered);
            }
        }
        if (++roundPosition >= round.size()) {
            startRound();
        }
        return !round.isEmpty();
    }

    private void startRound() {
        round.clear();
        roundPosition = -1;
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
        OptionalLong last = OptionalLong.empty();
        for (CaptureFile file : files) {
            OptionalLong tick = file.lastClosedTick();
            if (tick.isPresent() && (last.isEmpty() || tick.getAsLong() > last.getAsLong())) {
                last = tick;
            }
        }
        return last;
    }

    @Override
    public long unknownRecords() {
        long count = 0;
        for (CaptureFile file : files) {
            count += file.unknownRecords();
        }
        return count;
    }

    @Override
    public long bytesRead() {
        long bytes = 0;
        for (CaptureFile file : files) {
            bytes += file.bytesRead();
        }
        return bytes;
    }

    @Override
    public long bytesTotal() {
        long bytes = 0;
        for (CaptureFile file : files) {
            bytes += file.bytesTotal();
        }
        return bytes;
    }

    private void closeAll() {
        for (CaptureFile file : files) {
            file.close();
        }
    }

    @Override
    public void close() {
        closeAll();
    }
}
