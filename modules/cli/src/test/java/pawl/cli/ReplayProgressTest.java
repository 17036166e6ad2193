package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
    private static final long MARKET_TIME_MS = 1_680_652_800_999L;

    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Streams streams = new Streams(new Output(new ByteArrayOutputStream()), new Output(error), true);
    private long nowNs = 5;

    @Test
    void aTerminalShowsOneLineAtMostFiveTimesASecond() {
        try (ReplayProgress progress = progress(ReplayProgress.Display.REDRAWN)) {
            for (int i = 1; i <= 1_000; i++) {
                nowNs += 1_000_000;
                progress.progress(i, 4_000, 500L * i, MARKET_TIME_MS);
            }
        }

        String[] redrawn = errorText().split("\r\u001b\\[K", -1);
        assertThat(redrawn).hasSize(1 + 5 + 1).startsWith("").endsWith("");
        assertThat(redrawn[5]).isEqualTo(" 25%  500,000 frames/s  at 2023-04-05 00:00:00 UTC  ETA 0:03");
    }

    @Test
    void aProblemIsToldAboveTheRedrawnLine() {
        try (ReplayProgress progress = progress(ReplayProgress.Display.REDRAWN)) {
            nowNs += 1_000_000_000;
            progress.progress(1, 2, 3, MARKET_TIME_MS);
            progress.problem("a.gz:7: no JSON");
        }

        assertThat(errorText()).endsWith("ETA 0:01\r\u001b[Ka.gz:7: no JSON\n");
    }

    @Test
    void elsewhereLinesComeNowAndThenAndHoldNoEscapes() {
        try (ReplayProgress progress = progress(ReplayProgress.Display.LINES)) {
            for (int i = 1; i <= 25; i++) {
                nowNs += 1_000_000_000;
                progress.progress(i, 100_000, i, MARKET_TIME_MS);
            }
        }

        assertThat(errorText())
                .isEqualTo("  0%  1 frames/s  at 2023-04-05 00:00:00 UTC  ETA 27:46:30\n"
                        + "  0%  1 frames/s  at 2023-04-05 00:00:00 UTC  ETA 27:46:20\n");
    }

    @Test
    void scriptsSeeProblemsOnly() {
        try (ReplayProgress progress = progress(ReplayProgress.Display.NONE)) {
            nowNs += 3_600_000_000_000L;
            progress.progress(1, 2, 3, MARKET_TIME_MS);
            progress.problem("a.gz:7: no JSON");
        }

        assertThat(errorText()).isEqualTo("a.gz:7: no JSON\n");
    }

    private ReplayProgress progress(ReplayProgress.Display display) {
        return new ReplayProgress(streams, display, () -> nowNs);
    }

    private String errorText() {
        return error.toString(StandardCharsets.UTF_8);
    }
}
