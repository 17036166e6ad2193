package pawl.capture;

import pawl.capture.CaptureProblem.Kind;

/** Problems that both line formats have. */
final class LineProblems {
    private LineProblems() {}

    static void tooLong(LineReader lines, FileProblems problems, long lengthBytes, int maxFrameBytes)
            throws CaptureException {
        problems.report(
                Kind.FRAME_TOO_LONG,
                lines.number(),
                lines.offsetBytes(),
                () -> lengthBytes + " bytes in one frame, allowed are " + maxFrameBytes + "; left out");
    }

    static void unterminated(LineReader lines, FileProblems problems) throws CaptureException {
        problems.report(
                Kind.UNTERMINATED_LINE,
                lines.number(),
                lines.offsetBytes(),
                () -> "the last line has no line end, so it may be cut; delivered as it is");
    }
}
