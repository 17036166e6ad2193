package pawl.capture;

import java.util.function.Supplier;
import pawl.capture.CaptureProblem.Kind;

/**
 * Lines of an arrival stamp, one blank and the raw frame. The stamp is since the epoch in ms, µs or ns, told apart by
 * its 13, 16 or 19 digits, which it has from 2001 on.
 */
final class StampedLines implements FrameDecoder {
    private static final int MS_DIGITS = 13;
    private static final int US_DIGITS = 16;
    private static final int NS_DIGITS = 19;
    private static final long NS_PER_MS = 1_000_000;
    private static final long NS_PER_US = 1_000;
    private static final long NO_STAMP = -1;
    /** The lines name no feed. */
    private static final String FEED = "";

    private final LineReader lines;
    private final FileProblems problems;
    private final int maxFrameBytes;

    StampedLines(LineReader lines, FileProblems problems, int maxFrameBytes) {
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
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int digits = stampDigits(bytes, start, lines.length());
        long arrivalNs = stampNs(bytes, start, digits);
        int frameLength = lines.length() - digits - 1;
        if (arrivalNs == NO_STAMP || frameLength < 1) {
            Supplier<String> message = () -> Quote.text(lines.bytes(), lines.start(), lines.length())
                    + " is not <13, 16 or 19 digits of epoch time> <raw frame>; left out";
            problems.report(Kind.MALFORMED_LINE, lines.number(), lines.offsetBytes(), message);
            return false;
        }
        if (frameLength > maxFrameBytes) {
            LineProblems.tooLong(lines, problems, frameLength, maxFrameBytes);
            return false;
        }
        if (!lines.isTerminated()) {
            LineProblems.unterminated(lines, problems);
        }
        frame.set(bytes, start + digits + 1, frameLength, arrivalNs, FEED);
        frame.setPlace(lines.number(), lines.offsetBytes());
        return true;
    }

    /** How many digits a line starts with, where a blank follows them; else 0. */
    static int stampDigits(byte[] bytes, int start, int length) {
        int most = Math.min(length, NS_DIGITS + 1);
        int digits = 0;
        while (digits < most && bytes[start + digits] >= '0' && bytes[start + digits] <= '9') {
            digits++;
        }
        return digits < most && bytes[start + digits] == ' ' ? digits : 0;
    }

    /** The stamp of so many digits, or −1 where that is no stamp or lies past the year 2262. */
    static long stampNs(byte[] bytes, int start, int digits) {
        if (digits != MS_DIGITS && digits != US_DIGITS && digits != NS_DIGITS) {
            return NO_STAMP;
        }
        long stamp = 0;
        for (int i = start; i < start + digits; i++) {
            stamp = stamp * 10 + (bytes[i] - '0');
        }
        long nsPerUnit = digits == NS_DIGITS ? 1 : digits == US_DIGITS ? NS_PER_US : NS_PER_MS;
        // Nineteen digits may already have run over into the sign.
        return stamp < 0 || stamp > Long.MAX_VALUE / nsPerUnit ? NO_STAMP : stamp * nsPerUnit;
    }
}
