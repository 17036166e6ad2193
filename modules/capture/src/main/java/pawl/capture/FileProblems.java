package pawl.capture;

import java.nio.file.Path;
import java.util.function.Supplier;
import pawl.capture.CaptureProblem.Kind;

/**
 * Passes the problems of one file on, so few of a kind that a file of nothing but faults does not flood its listener.
 */
final class FileProblems {
    private static final Kind[] KINDS = Kind.values();

    private final Path file;
    private final ProblemListener listener;
    private final long[] counts = new long[KINDS.length];
    private final long[] lastNumbers = new long[KINDS.length];
    private final long[] lastOffsetsBytes = new long[KINDS.length];

    FileProblems(Path file, ProblemListener listener) {
        this.file = file;
        this.listener = listener;
    }

    /** @param message asked for only when the problem is passed on */
    void report(Kind kind, long number, long offsetBytes, Supplier<String> message) throws CaptureException {
        int index = kind.ordinal();
        lastNumbers[index] = number;
        lastOffsetsBytes[index] = offsetBytes;
        if (counts[index]++ < reportedOneByOne(kind)) {
            listener.problem(new CaptureProblem(file, number, offsetBytes, kind, message.get(), 1));
        }
    }

    /** Reports what was only counted. Called once, at the end. */
    void reportCounts() throws CaptureException {
        for (Kind kind : KINDS) {
            int index = kind.ordinal();
            long more = counts[index] - reportedOneByOne(kind);
            if (more > 0) {
                String message = more + " more of " + kind + " up to here, not reported one by one";
                listener.problem(
                        new CaptureProblem(file, lastNumbers[index], lastOffsetsBytes[index], kind, message, more));
            }
        }
    }

    private static int reportedOneByOne(Kind kind) {
        return switch (kind) {
            // One bad stamp makes every later one look backward.
            case TIME_BACKWARD, TICK_BACKWARD -> 1;
            case EMPTY_FILE,
                    UNKNOWN_FORMAT,
                    OTHER_VERSION,
                    TRUNCATED,
                    CORRUPT_COMPRESSION,
                    CHECKSUM,
                    MALFORMED_LINE,
                    MALFORMED_RECORD,
                    FRAME_TOO_LONG,
                    UNTERMINATED_LINE -> ProblemListener.REPORTED_ONE_BY_ONE;
        };
    }
}
