package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;

/**
 * Timelines of one letter a tick, and the code of the state after each. All steps enter at 0.6, exit below 0.4 and persist 3 ticks;
 * heat that fades for 4 ticks dissipates the token, which then dwells 2 ticks in each state.
 */
final class TokenMachineTest {
    private final long[] words = new long[TokenMachine.STATE_WORDS];
    private final FeatureFrame frame = new FeatureFrame();
    private final TokenMachine machine = machine(words);
    private final List<Step> steps = new ArrayList<>();

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(textBlock = """
            # H hot (0.6), + below enter (0.59), - at exit (0.4), c cold (0.39), R released (0.6) and lukewarm (0.5),
            # u undefined, h hot but held, r restart and undefined
            the count rises at enter,                   HHHH,               1122
            and holds between,                          HH+++H,             111112
            and holds at exit,                          HH-H,               1112
            and falls to zero below exit,               HHcHHcHHH,          111111112
            an undefined measure holds it,              HHuuuH,             111112
            a held tick holds it,                       HHhhhH,             111112
            a held tick makes no step,                  HHh,                111
            a restart clears it,                        HHrHHH,             111112
            one step a tick at most,                    HHHHHHHHHHHH,       112223334444
            the whole ring,                             HHHHHHHHHRRRcccccc, 112223334445556661
            only release leads into UNWIND,             HHHHHHHHH++++,      1122233344444
            what fades walks the rest of the ring,      HHHccccccccccccc,   1122223344556611
            from FRAGILE too,                           HHHHHHccccccccccc,  11222333344556611
            from TRIGGER_READY too,                     HHHHHHHHHccccccccc, 112223334444556611
            heat does not call it back,                 HHHccccHHHHHHHHH,   1122223344556611
            nor does a threshold hurry it,              HHHccccHHHHRRRcc,   1122223344556611
            back in BUILD it counts anew,               HHHccccccccccccHHH, 112222334455661112
            heat at exit is no fading,                  HHHccc-cccc,        11222222223
            fading starts anew after heat,              HHHccc+ccccc,       112222222233
            an undefined heat holds the fading,         HHHcccuuuc,         1122222223
            a held tick holds the fading,               HHHcccHccchc,       112222222223
            a held tick holds the dwelling,             HHHcccchhhcc,       112222333334
            an undefined heat does not,                 HHHccccuu,          112222334
            a restart clears the fading,                HHHcccrcccc,        11222222223
            a restart clears the dwelling,              HHHcccccrcc,        11222233344
            a restart keeps state and dissipation,      HHHccccrrrrrrrrr,   1122223333333333
            BUILD does not dissipate,                   cccccccccc,         1111111111
            """)
    void walks(String rule, String ticks, String states) {
        assertThat(run(machine, ticks)).as(rule).isEqualTo(states);
    }

    @Test
    void logsWhatMadeAStep() {
        run(machine, "HH");
        set(0.9, 0);

        assertThat(machine.update(77, frame, 1.25, 0.5, false)).isTrue();

        assertThat(Step.of(machine.transition()))
                .isEqualTo(new Step(
                        TokenState.BUILD,
                        TokenState.PRESSURE,
                        StepReason.THRESHOLD,
                        Measure.HEAT,
                        0.9,
                        0.6 * 1.25 * 0.5,
                        0.6,
                        1.25,
                        0.5,
                        3));
    }

    @Test
    void logsEachStepOfADissipation() {
        run(machine, "HHHccccccccccccc");

        assertThat(steps)
                .extracting(Step::from, Step::reason, Step::measure, Step::base, Step::heldTicks)
                .containsExactly(
                        tuple(TokenState.BUILD, StepReason.THRESHOLD, 0.6, 3),
                        tuple(TokenState.PRESSURE, StepReason.DISSIPATED, 0.4, 4),
                        tuple(TokenState.FRAGILE, StepReason.DISSIPATED, 0.4, 2),
                        tuple(TokenState.TRIGGER_READY, StepReason.DISSIPATED, 0.4, 2),
                        tuple(TokenState.UNWIND, StepReason.DISSIPATED, 0.4, 2),
                        tuple(TokenState.COOLDOWN, StepReason.DISSIPATED, 0.4, 2));
    }

    private static Tuple tuple(TokenState from, StepReason reason, double base, int heldTicks) {
        return Tuple.tuple(from, reason, Measure.HEAT, base, heldTicks);
    }

    @Test
    void aDissipatingTokenSaysSo() {
        run(machine, "HHHccc");
        assertThat(machine.isDissipating()).isFalse();
        run(machine, "ccccccc");
        assertThat(machine.state()).isEqualTo(TokenState.COOLDOWN);
        assertThat(machine.isDissipating()).isTrue();
        run(machine, "cc");
        assertThat(machine.state()).isEqualTo(TokenState.BUILD);
        assertThat(machine.isDissipating()).isFalse();
    }

    /** What a snapshot shows; a dissipation leaves nothing behind. */
    @Test
    void itsBlockTellsWhatItRemembers() {
        MachineState state = new MachineState(new StateBlock(words, 0, words.length));
        assertThat(state.state()).as("zeros").isEqualTo(TokenState.BUILD);

        run(machine, "HHHcccRH");
        assertThat(state.state()).isEqualTo(TokenState.PRESSURE);
        assertThat(state.lastStepTick()).isEqualTo(2);
        assertThat(state.dwellTicks()).isEqualTo(5);
        assertThat(state.count()).isEqualTo(1);
        assertThat(state.heat()).isEqualTo(0.6);
        assertThat(state.release()).isZero();

        run(machine, "cccR");
        assertThat(state.release()).isEqualTo(0.6);
        run(machine, "ccccccccccccc");
        assertThat(state.state()).isEqualTo(TokenState.BUILD);
        assertThat(state.isDissipating()).isFalse();
        assertThat(state.fadedBelow()).isZero();
    }

    @Test
    void factorsMoveTheThresholds() {
        set(0.6, 0);
        for (int tick = 0; tick < 10; tick++) {
            assertThat(machine.update(tick, frame, 1.01, 1, false)).isFalse();
        }
        set(0.3, 0);
        for (int tick = 0; tick < 3; tick++) {
            assertThat(machine.update(tick, frame, 0.5, 1, false)).isEqualTo(tick == 2);
        }
    }

    @Test
    void heatIsTheLastOneHeldOrNot() {
        set(0.7, 0);
        machine.update(1, frame, 1, 1, true);
        assertThat(machine.heat()).isEqualTo(0.7);

        frame.clear();
        machine.update(2, frame, 1, 1, false);
        assertThat(machine.heat()).isZero();
    }

    @Test
    void heldTicksAreWrittenUpTo65535() {
        TokenMachine patient =
                machine(words, new Threshold(0.6, 0.4, Threshold.MOST_PERSIST_TICKS), new Dissipation(100_000, 1));
        run(patient, "H".repeat(Threshold.MOST_PERSIST_TICKS));
        assertThat(steps.getLast().heldTicks()).isEqualTo(65_535);

        run(patient, "c".repeat(100_000));
        assertThat(steps.getLast().reason()).isEqualTo(StepReason.DISSIPATED);
        assertThat(steps.getLast().heldTicks()).isEqualTo(65_535);
    }

    /** All that a machine remembers lies in its block (D9): at any tick another one can take over. */
    @Test
    void goesOnFromACopyOfItsBlock() {
        String ticks = "HH+HHcHHHHHHHHHRRRccccccHHHHcccc-cccccccccccHHHHHHHRccccccccccccc";
        String straight = run(machine, ticks);
        for (int copiedAt = 0; copiedAt < ticks.length(); copiedAt++) {
            long[] first = new long[TokenMachine.STATE_WORDS];
            String states = run(machine(first), ticks.substring(0, copiedAt));
            assertThat(states + run(machine(first.clone()), ticks.substring(copiedAt)))
                    .as("copied at tick %d", copiedAt)
                    .isEqualTo(straight);
        }
    }

    private String run(TokenMachine runs, String ticks) {
        StringBuilder states = new StringBuilder();
        for (int tick = 0; tick < ticks.length(); tick++) {
            char letter = ticks.charAt(tick);
            if (letter == 'r') {
                runs.restart();
            }
            measure(letter);
            if (runs.update(tick, frame, 1, 1, letter == 'h')) {
                steps.add(Step.of(runs.transition()));
            }
            states.append(runs.state().code());
        }
        return states.toString();
    }

    private void measure(char letter) {
        switch (letter) {
            case 'H', 'h' -> set(0.6, 0);
            case '+' -> set(0.59, 0);
            case '-' -> set(0.4, 0);
            case 'c' -> set(0.39, 0);
            case 'R' -> set(0.5, 0.6);
            case 'u', 'r' -> frame.clear();
            default -> throw new IllegalArgumentException("no tick is written " + letter);
        }
    }

    private void set(double heat, double release) {
        frame.clear();
        frame.set(Feature.COMPRESSION, heat);
        frame.set(Feature.LIQUIDITY_STRESS, release);
    }

    private static TokenMachine machine(long[] words) {
        return machine(words, new Threshold(0.6, 0.4, 3), new Dissipation(4, 2));
    }

    private static TokenMachine machine(long[] words, Threshold threshold, Dissipation dissipation) {
        return new TokenMachine(
                new StateBlock(words, 0, words.length),
                new TokenTable(threshold, threshold, threshold, threshold, threshold, threshold),
                dissipation,
                weights(Feature.COMPRESSION),
                weights(Feature.LIQUIDITY_STRESS));
    }

    private static FeatureWeights weights(Feature feature) {
        return new FeatureWeights(List.of(new FeatureWeights.Term(feature, 1, FeatureWeights.Part.POSITIVE)), 1);
    }
}
