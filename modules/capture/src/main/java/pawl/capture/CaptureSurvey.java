package pawl.capture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads one capture through to say what is in it. */
final class CaptureSurvey {
    private final Map<String, FeedCount> feeds = new TreeMap<>();
    private long frames;
    private long frameBytes;
    private long firstArrivalNs;
    private long lastArrivalNs;
    private long firstTick;
    private long lastTick;
    private long ticks;

    private CaptureSurvey() {}

    static CaptureInfo of(Path path, CaptureLimits limits) throws CaptureException {
        List<CaptureProblem> problems = new ArrayList<>();
        try (CaptureFile file = CaptureFile.open(path, CaptureFile.BLOCK_BYTES, limits, problems::add)) {
            CaptureSurvey survey = new CaptureSurvey();
            while (file.next()) {
                survey.count(file.frame());
            }
            return survey.info(path, file, problems);
        }
    }

    private void count(Frame frame) {
        if (frames == 0) {
            firstArrivalNs = frame.arrivalNs();
            firstTick = frame.tick();
        }
        if (frames == 0 || frame.tick() != lastTick) {
            ticks++;
        }
        frames++;
        frameBytes += frame.length();
        lastArrivalNs = frame.arrivalNs();
        lastTick = frame.tick();
        feeds.computeIfAbsent(frame.feed(), name -> new FeedCount()).count(frame);
    }

    private CaptureInfo info(Path path, CaptureFile file, List<CaptureProblem> problems) {
        List<CaptureInfo.Feed> feedCounts = new ArrayList<>();
        feeds.forEach((name, count) -> feedCounts.add(new CaptureInfo.Feed(name, count.frames, count.bytes)));
        Optional<CaptureInfo.Span> span = frames == 0
                ? Optional.empty()
                : Optional.of(new CaptureInfo.Span(firstArrivalNs, lastArrivalNs, firstTick, lastTick, ticks));
        return new CaptureInfo(
                path,
                file.format(),
                file.header().map(PawlHeader::toString),
                file.recordedUnder(),
                file.compression(),
                file.bytesTotal(),
                frames,
                frameBytes,
                span,
                file.lastClosedTick(),
                file.unknownRecords(),
                feedCounts,
                problems);
    }

    private static final class FeedCount {
        private long frames;
        private long bytes;

        void count(Frame frame) {
            frames++;
            bytes += frame.length();
        }
    }
}
