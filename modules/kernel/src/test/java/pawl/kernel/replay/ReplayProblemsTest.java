package pawl.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.capture.CaptureException;
import pawl.capture.CaptureProblem;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;

class ReplayProblemsTest {
    private static final FrameRefusedException REFUSAL =
            new FrameRefusedException(Reason.MISSING_FIELD, 17, "the price is missing");
    private static final String LINE = "frame: frame refused (MISSING_FIELD at byte 17 of it): the price is missing";

    private final List<String> lines = new ArrayList<>();
    private final ReplayListener listener = new ReplayListener() {
        @Override
        public void progress(long readBytes, long totalBytes, long frames, long marketTimeMs) {}

        @Override
        public void problem(String line) {
            lines.add(line);
        }
    };

    @Test
    void refusalsAreToldOneByOneUntilTheyFlood() throws Exception {
        ReplayProblems problems = new ReplayProblems(listener, false);
        for (int i = 0; i < 20; i++) {
            problems.refused(REFUSAL);
        }
        problems.finish();
        assertThat(lines).hasSize(20).containsOnly(LINE);
        lines.clear();
        for (int i = 0; i < 1_000; i++) {
            problems.refused(REFUSAL);
        }
        assertThat(lines).isEmpty();
        problems.finish();
        assertThat(lines).containsExactly("frames refused besides these 20: 1000");
        assertThat(problems.countOfKind())
                .as("refusals are no problem of a capture")
                .isEmpty();
    }

    @Test
    void problemsOfCapturesAreToldAndCountedByKind() throws Exception {
        ReplayProblems problems = new ReplayProblems(listener, false);
        problems.problem(problem(CaptureProblem.Kind.MALFORMED_LINE, 1));
        problems.problem(problem(CaptureProblem.Kind.MALFORMED_LINE, 41));
        problems.problem(problem(CaptureProblem.Kind.TRUNCATED, 1));
        problems.finish();
        assertThat(problems.countOfKind()).isEqualTo(Map.of("MALFORMED_LINE", 42L, "TRUNCATED", 1L));
        assertThat(lines).hasSize(3).containsOnly("some.capture:3 (byte 99): not a frame");
    }

    @Test
    void aStrictReplayEndsAtItsFirstRefusal() {
        ReplayProblems problems = new ReplayProblems(listener, true);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> problems.refused(REFUSAL))
                .withMessage(LINE)
                .withCause(REFUSAL)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_DATA));
        assertThat(lines).isEmpty();
    }

    @Test
    void aStrictReplayEndsAtTheFirstProblemOfACapture() {
        ReplayProblems problems = new ReplayProblems(listener, true);
        assertThatExceptionOfType(CaptureException.class)
                .isThrownBy(() -> problems.problem(problem(CaptureProblem.Kind.CHECKSUM, 1)))
                .withMessage("some.capture:3 (byte 99): not a frame")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(CaptureException.Kind.BAD_INPUT));
        assertThat(problems.countOfKind()).isEqualTo(Map.of("CHECKSUM", 1L));
    }

    private static CaptureProblem problem(CaptureProblem.Kind kind, long occurrences) {
        return new CaptureProblem(Path.of("some.capture"), 3, 99, kind, "not a frame", occurrences);
    }
}
