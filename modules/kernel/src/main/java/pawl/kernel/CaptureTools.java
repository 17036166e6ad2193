package pawl.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.token.Ticks;
import pawl.capture.CaptureException;
import pawl.capture.CaptureFormat;
import pawl.capture.CaptureInfo;
import pawl.capture.CaptureLimits;
import pawl.capture.CaptureProblem;
import pawl.capture.CaptureReader;
import pawl.capture.CaptureWriter;
import pawl.capture.Captures;
import pawl.capture.Frame;
import pawl.capture.RecordedUnder;
import pawl.kernel.contract.CaptureSummary;
import pawl.kernel.contract.ConversionReport;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.HearingFrame;

/** Looks into captures and rewrites them in Pawl's own format. */
public final class CaptureTools {
    private CaptureTools() {}

    /** What each capture holds; a folder stands for the files directly in it. */
    public static List<CaptureSummary> info(List<Path> captures) throws PawlException {
        try {
            return Captures.survey(captures, CaptureLimits.STANDARD).stream()
                    .map(CaptureTools::summary)
                    .toList();
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    private static CaptureSummary summary(CaptureInfo info) {
        SortedMap<String, Long> framesByFeed = new TreeMap<>();
        info.feeds().forEach(feed -> framesByFeed.put(feed.name(), feed.frames()));
        String format = info.format().map(CaptureFormat::title).orElse("not recognised")
                + info.version().map(version -> " " + version).orElse("")
                + info.compression().suffix();
        return new CaptureSummary(
                info.file().toString(),
                format,
                info.frames(),
                info.frameBytes(),
                info.span().map(span -> OptionalLong.of(span.firstArrivalNs())).orElse(OptionalLong.empty()),
                info.span().map(span -> OptionalLong.of(span.lastArrivalNs())).orElse(OptionalLong.empty()),
                info.span().map(span -> OptionalLong.of(span.firstTick())).orElse(OptionalLong.empty()),
                info.span().map(span -> OptionalLong.of(span.lastTick())).orElse(OptionalLong.empty()),
                framesByFeed,
                info.recordedUnder().map(CaptureTools::lines).orElse(List.of()),
                info.problems().stream().map(CaptureProblem::text).toList());
    }

    private static List<String> lines(RecordedUnder under) {
        List<String> lines = new ArrayList<>();
        lines.add("configuration sha256:" + under.configurationSha256());
        under.plugins().forEach(plugin -> lines.add(plugin.toString()));
        return lines;
    }

    /** Writes the captures, merged, as one Pawl capture, which keeps the tick of each frame. */
    public static ConversionReport convert(List<Path> captures, Path output) throws PawlException {
        List<String> problems = new ArrayList<>();
        try {
            long frames =
                    Captures.convert(captures, output, CaptureLimits.STANDARD, problem -> problems.add(problem.text()));
            if (frames == 0) {
                throw new PawlException(
                        Kind.BAD_DATA, "no frame could be read from " + captures + ": " + String.join("; ", problems));
            }
            return new ConversionReport(output.toString(), frames, Files.size(output), problems);
        } catch (CaptureException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, output + ": its size cannot be read: " + e, e);
        }
    }

    /** Hands over the frames of captures, merged. */
    public static void play(List<Path> captures, FrameSource.Frames frames) throws PawlException {
        try (CaptureReader reader = Captures.open(captures, CaptureLimits.STANDARD, problem -> {})) {
            while (reader.next()) {
                Frame frame = reader.frame();
                if (!HearingFrame.isFeed(frame.feed())) {
                    frames.frame(frame.feed(), frame.arrivalNs(), frame.bytes(), frame.offset(), frame.length());
                }
            }
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    /** Writes frames as a Pawl capture; each belongs to the tick in which it arrived. */
    public static ConversionReport record(FrameSource source, Path output) throws PawlException {
        try {
            long frames = recordFrames(source, output);
            return new ConversionReport(output.toString(), frames, Files.size(output), List.of());
        } catch (CaptureException e) {
            throw failure(e);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, output + ": its size cannot be read: " + e, e);
        }
    }

    private static long recordFrames(FrameSource source, Path output) throws PawlException, CaptureException {
        long[] framesAndLastTick = {0, 0};
        try (CaptureWriter writer = CaptureWriter.create(output)) {
            source.play((feed, arrivalNs, bytes, offset, length) -> {
                framesAndLastTick[0]++;
                framesAndLastTick[1] = Ticks.ofEpochNs(arrivalNs);
                write(writer, feed, arrivalNs, bytes, offset, length);
            });
            writer.end(framesAndLastTick[1]);
        }
        return framesAndLastTick[0];
    }

    private static void write(CaptureWriter writer, String feed, long arrivalNs, byte[] bytes, int offset, int length)
            throws PawlException {
        try {
            writer.frame(feed, arrivalNs, Ticks.ofEpochNs(arrivalNs), bytes, offset, length);
        } catch (CaptureException e) {
            throw failure(e);
        }
    }

    private static PawlException failure(CaptureException e) {
        Kind kind = e.kind() == CaptureException.Kind.BAD_INPUT ? Kind.BAD_DATA : Kind.USAGE;
        return new PawlException(kind, e);
    }
}
