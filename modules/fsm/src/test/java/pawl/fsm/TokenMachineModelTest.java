package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The machine against its model and the rules of D5, over many random sequences. {@code -Dpawl.sequences=1000000} makes a longer
 * campaign of it; what fails names its seed, which alone gives the sequence again.
 */
final class TokenMachineModelTest {
    /** How many sequences a run of the suite tries. */
    private static final int SEQUENCES = Integer.getInteger("pawl.sequences", 20_000);

    private static final int TICKS = 100;
    private static final int BLOCKS = 20;

    static IntStream blocks() {
        return IntStream.range(0, BLOCKS);
    }

    @ParameterizedTest(name = "block {0} of " + BLOCKS)
    @MethodSource("blocks")
    void agreesWithTheModel(int block) {
        long steps = 0;
        for (long seed = block; seed < SEQUENCES; seed += BLOCKS) {
            steps += stepsOf(seed, TICKS).size();
        }
        assertThat(steps).as("steps made").isGreaterThan(SEQUENCES / BLOCKS);
    }

    /** That the sequences go everywhere: each row by each of its reasons, and all that can hold a machine. */
    @Test
    void sequencesReachEveryRow() {
        Map<TokenState, Set<StepReason>> left = new EnumMap<>(TokenState.class);
        int held = 0;
        int undefined = 0;
        int restarts = 0;
        for (long seed = 0; seed < 500; seed++) {
            MachineSequence sequence = new MachineSequence(seed);
            for (Step step : sequence.run(TICKS)) {
                left.computeIfAbsent(step.from(), state -> EnumSet.noneOf(StepReason.class))
                        .add(step.reason());
            }
            held += sequence.heldTicks;
            undefined += sequence.undefinedTicks;
            restarts += sequence.restarts;
        }

        assertThat(left.get(TokenState.BUILD)).containsExactly(StepReason.THRESHOLD);
        for (TokenState state : EnumSet.complementOf(EnumSet.of(TokenState.BUILD))) {
            assertThat(left.get(state)).as(state.name()).containsExactly(StepReason.THRESHOLD, StepReason.DISSIPATED);
        }
        assertThat(held).isPositive();
        assertThat(undefined).isPositive();
        assertThat(restarts).isPositive();
    }

    private static List<Step> stepsOf(long seed, int ticks) {
        try {
            return new MachineSequence(seed).run(ticks);
        } catch (AssertionError failure) {
            throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
        }
    }
}
