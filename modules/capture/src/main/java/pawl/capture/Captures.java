package pawl.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens recorded traffic, whatever format it is in. */
public final class Captures {
    private Captures() {}

    /**
     * Opens captures as one stream of frames. The format of each is recognised by content, plain, gzip or zstd; a folder
     * stands for the regular files directly in it, and a file named twice is read once. One that is still being written
     * gives what is in it when it is read.
     *
     * <p>Frames come in order of tick, then arrival stamp, then their bytes, then the feed's name, except that those of
     * one file keep their order. What comes out does not depend on the order of the list.
     *
     * @param captures at least one
     * @param problems told at once of captures that give no frames, and of the rest while reading
     * @throws CaptureException when a file cannot be opened, or the listener throws
     */
    public static CaptureReader open(List<Path> captures, CaptureLimits limits, ProblemListener problems)
            throws CaptureException {
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("no captures to open");
        }
        return new MergingReader(CapturePaths.files(captures), limits, problems);
    }

    /**
     * What captures say they were recorded under; empty where none says anything, as a pipe never does.
     *
     * @throws CaptureException with {@link CaptureException.Kind#DISAGREEMENT} when two that say it do not say the
     *     same, with {@link CaptureException.Kind#BAD_INPUT} when the configuration beside one is not that of its hash,
     *     and when a file cannot be read
     */
    public static Optional<RecordedUnder> recordedUnder(List<Path> captures) throws CaptureException {
        return RecordedUnderSearch.in(CapturePaths.files(captures));
    }

    /**
     * Reads captures through, one by one, and says what is in each.
     *
     * @throws CaptureException when a file cannot be read; what is wrong inside one is part of what is said of it
     */
    public static List<CaptureInfo> survey(List<Path> captures, CaptureLimits limits) throws CaptureException {
        List<CaptureInfo> infos = new ArrayList<>();
        for (Path file : CapturePaths.files(captures)) {
            infos.add(CaptureSurvey.of(file, limits));
        }
        return infos;
    }

    /**
     * Writes captures, merged as {@link #open} merges them, as one Pawl capture. Its END record names the last tick
     * that one of them says was closed, or that of the last frame where that is later. It says what it was recorded
     * under where all captures say the same, and the configuration is kept beside it, as are plugins that captures keep.
     *
     * @return how many frames were written; where that is 0, no file is
     * @throws CaptureException when a file cannot be read or written, or the listener throws; the target is then as it
     *     was
     */
    public static long convert(List<Path> captures, Path target, CaptureLimits limits, ProblemListener problems)
            throws CaptureException {
        Optional<RecordedUnder> recordedUnder = RecordedUnderSearch.ofAll(CapturePaths.files(captures));
        try (CaptureReader reader = open(captures, limits, problems);
                CaptureWriter writer = CaptureWriter.create(target, recordedUnder)) {
            long frames = 0;
            long lastTick = Long.MIN_VALUE;
            while (reader.next()) {
                Frame frame = reader.frame();
                writer.frame(
                        frame.feed(), frame.arrivalNs(), frame.tick(), frame.bytes(), frame.offset(), frame.length());
                lastTick = frame.tick();
                frames++;
            }
            if (frames > 0) {
                if (recordedUnder.isPresent()) {
                    ConfigurationFolder.writeBeside(target, recordedUnder.get());
                }
                CapturedPlugins.keepBeside(target, captures);
                writer.end(Math.max(lastTick, reader.lastClosedTick().orElse(lastTick)));
            }
            return frames;
        }
    }

    /** The version of Pawl's own format that is written, {@code major.minor.patch}. */
    public static String formatVersion() {
        return PawlFormat.MAJOR + "." + PawlFormat.MINOR + "." + PawlFormat.PATCH;
    }
}
