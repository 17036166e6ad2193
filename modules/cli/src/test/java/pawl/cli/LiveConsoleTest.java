package pawl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pawl.kernel.contract.LiveProgress;

class LiveConsoleTest {
    private static final long NOON_MS = 1_784_462_400_000L;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Streams streams = new Streams(new Output(out), new Output(error), false);
    private final LiveConsole console = new LiveConsole(streams, false);

    @Test
    void stepsAreResults() {
        console.step(NOON_MS, "token", "CHZ", "BUILD", "PRESSURE");

        assertThat(text(out)).isEqualTo("2026-07-19 12:00:00  token CHZ: BUILD -> PRESSURE\n");
        assertThat(text(error)).isEmpty();
    }

    @Test
    void whatBefallsManyStreamsInATickIsToldOnce() {
        for (String stream : new String[] {"a@aggTrade", "b@aggTrade", "c@aggTrade"}) {
            console.stream(NOON_MS, "binance", stream, "SYNCHRONIZED", "STALE", "the connection was cut");
        }
        console.stream(NOON_MS, "binance", "d@bookTicker", "SYNCHRONIZED", "STALE", "no data for 5.0 s");
        assertThat(text(error)).isEmpty();
        console.ticked(NOON_MS);
        console.ticked(NOON_MS + 250);

        assertThat(text(error)).isEqualTo("""
                2026-07-19 12:00:00  binance a@aggTrade and 2 more: SYNCHRONIZED -> STALE: the connection was cut
                2026-07-19 12:00:00  binance d@bookTicker: SYNCHRONIZED -> STALE: no data for 5.0 s
                """);
    }

    @Test
    void thatAStreamBeginsIsNotTold() {
        console.stream(NOON_MS, "binance", "a@aggTrade", "UNKNOWN", "SYNCHRONIZED", "data comes");
        console.ticked(NOON_MS);

        assertThat(text(error)).isEmpty();
    }

    @Test
    void scriptsHearOfTroubleAlone() {
        LiveConsole forScripts = new LiveConsole(streams, true);
        forScripts.step(NOON_MS, "token", "CHZ", "BUILD", "PRESSURE");
        forScripts.progress(new LiveProgress(NOON_MS, 10, 4, 1, 2, 0.5));
        forScripts.notice("a ban");

        assertThat(text(out)).isEmpty();
        assertThat(text(error)).isEqualTo("a ban\n");
    }

    @Test
    void howItStandsIsALine() {
        console.progress(new LiveProgress(NOON_MS, 12_345, 40, 11, 12, 3.25));

        assertThat(text(error))
                .isEqualTo(
                        "2026-07-19 12:00:00  12,345 frames, 40 ticks (99% within 3.3 ms), 11 of 12 streams give data\n");
    }

    private String text(ByteArrayOutputStream stream) {
        streams.flush();
        return stream.toString(StandardCharsets.UTF_8);
    }
}
