package pawl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Markets that a seed draws. */
class RandomScenarioTest {
    private static final long FIRST_SECOND = 1_784_419_200;

    private static List<String> play(long seed, int seconds, List<String> symbols) {
        List<String> frames = new ArrayList<>();
        Scenarios.random(symbols, seed, FIRST_SECOND, seconds).play((_, arrivalNs, bytes, offset, length) -> {
            assertThat(arrivalNs).isGreaterThanOrEqualTo(FIRST_SECOND * 1_000_000_000);
            frames.add(arrivalNs + " " + new String(bytes, offset, length, StandardCharsets.US_ASCII));
        });
        return frames;
    }

    @Test
    void aSeedGivesTheSameFramesAndAnotherOneOthers() {
        List<String> frames = play(4, 300, List.of("CHZUSDT"));
        assertThat(play(4, 300, List.of("CHZUSDT"))).isEqualTo(frames);
        assertThat(play(5, 300, List.of("CHZUSDT"))).isNotEqualTo(frames);
    }

    @Test
    void symbolsThatNoScenarioKnowsAreSent() {
        assertThat(play(4, 60, List.of("ACMEUSDT"))).anyMatch(frame -> frame.contains("\"s\":\"ACMEUSDT\""));
    }

    @Test
    void someSeedLiquidatesWithinAnHourAndSomeDoNot() {
        Set<Boolean> liquidates = new HashSet<>();
        for (long seed = 0; seed < 12; seed++) {
            liquidates.add(
                    play(seed, 3_600, List.of("CHZUSDT")).stream().anyMatch(frame -> frame.contains("forceOrder")));
        }
        assertThat(liquidates).containsExactlyInAnyOrder(true, false);
    }
}
