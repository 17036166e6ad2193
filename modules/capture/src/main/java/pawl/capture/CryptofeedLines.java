package pawl.capture;

import java.util.function.Supplier;
import pawl.capture.CaptureProblem.Kind;

/** JSON lines of cryptofeed's raw collection; {@code recv} and {@code http} lines with a stamp and data are frames. */
final class CryptofeedLines implements FrameDecoder {
    private final LineReader lines;
    private final FileProblems problems;
    private final int maxFrameBytes;
    private final CryptofeedLine line = new CryptofeedLine();
    private long unknownRecords;

    CryptofeedLines(LineReader lines, FileProblems problems, int maxFrameBytes) {
        this.lines = lines;
        this.problems = problems;
        this.maxFrameBytes = maxFrameBytes;
    }

    @Override
    public boolean next(Frame frame) throws CaptureException {
        while (lines.next()) {
            if (lines.isSkipped()) {
                LineProblems.tooLong(lines, problems, lines.skippedBytes(), maxFrameBytes);
            } else if (lines.length() > 0 && decode(frame)) {
                return true;
            }
        }
        return false;
    }

    private boolean decode(Frame frame) throws CaptureException {
        try {
            line.parse(lines.bytes(), lines.start(), lines.length());
        } catch (MalformedLineException e) {
            malformed(e::reason);
            return false;
        }
        return switch (line.type()) {
            case FRAME -> deliver(frame);
            case NO_FRAME -> false;
            case UNKNOWN -> {
                unknownRecords++;
                yield false;
            }
        };
    }

    private boolean deliver(Frame frame) throws CaptureException {
        if (!line.hasStampAndData()) {
            if (line.isMessage()) {
                malformed(() -> "a recv line needs a number as ts and a text as data");
            }
            return false;
        }
        if (line.dataLength() > maxFrameBytes) {
            LineProblems.tooLong(lines, problems, line.dataLength(), maxFrameBytes);
            return false;
        }
        if (!lines.isTerminated()) {
            LineProblems.unterminated(lines, problems);
        }
        frame.set(line.dataBytes(), 0, line.dataLength(), line.arrivalNs(), line.connection());
        frame.setPlace(lines.number(), lines.offsetBytes());
        return true;
    }

    private void malformed(Supplier<String> why) throws CaptureException {
        Supplier<String> message =
                () -> Quote.text(lines.bytes(), lines.start(), lines.length()) + " left out: " + why.get();
        problems.report(Kind.MALFORMED_LINE, lines.number(), lines.offsetBytes(), message);
    }

    @Override
    public long unknownRecords() {
        return unknownRecords;
    }
}
