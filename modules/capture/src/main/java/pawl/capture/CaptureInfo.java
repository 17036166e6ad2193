package pawl.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is in one capture.
 *
 * @param format empty where it is not known
 * @param version of a Pawl capture, for example {@code 1.0.0}
 * @param recordedUnder as a Pawl capture states it, without the configuration itself
 * @param fileBytes as it lies on disk
 * @param frameBytes sum of the frames' lengths
 * @param span empty where there are no frames
 * @param lastClosedTick as END records state it
 * @param unknownRecords records of a kind not known, as a newer minor version may hold
 * @param feeds in order of name
 * @param problems as a {@link ProblemListener} would hear of them
 */
public record CaptureInfo(
        Path file,
        Optional<CaptureFormat> format,
        Optional<String> version,
        Optional<RecordedUnder> recordedUnder,
        Compression compression,
        long fileBytes,
        long frames,
        long frameBytes,
        Optional<Span> span,
        OptionalLong lastClosedTick,
        long unknownRecords,
        List<Feed> feeds,
        List<CaptureProblem> problems) {

    public CaptureInfo {
        feeds = List.copyOf(feeds);
        problems = List.copyOf(problems);
    }

    /** @param ticks how many ticks have a frame */
    public record Span(long firstArrivalNs, long lastArrivalNs, long firstTick, long lastTick, long ticks) {}

    /** @param name empty for formats that name no feeds */
    public record Feed(String name, long frames, long bytes) {}
}
