package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.feature.Feature;
import pawl.api.plugin.StateBlock;

/** E7, D8: phases by the calendar, early by collapse, forward one by one, the same with every token. */
class EventPhaseMachineTest {
    private static final EventSchedule SCHEDULE = new EventSchedule(10_000, 20_000, 40_000, 60_000, 80_000);
    private static final CollapseRule RULE = new CollapseRule(0.1, 0.3, 0.4, new Threshold(0.6, 0.4, 8));

    private final FakeMembers members = FakeMembers.of(3);
    private final EventPhaseState[] slots = IntStream.range(0, 3)
            .mapToObj(member ->
                    new EventPhaseState(new StateBlock(new long[EventPhaseState.WORDS], 0, EventPhaseState.WORDS)))
            .toArray(EventPhaseState[]::new);
    private final EventPhaseMachine machine = new EventPhaseMachine(77, SCHEDULE, RULE, 8, members, slots);

    @BeforeEach
    void pricesAreKnown() {
        members.members.forEach(member -> member.lastPriceMantissa = 1_000);
    }

    /** Seconds in which it steps, with the step. */
    private List<String> run(int fromSecond, int toSecond) {
        List<String> steps = new ArrayList<>();
        for (int second = fromSecond; second < toSecond; second++) {
            if (machine.update(4L * second + 3)) {
                PhaseTransition step = machine.transition();
                steps.add(second + " " + step.fromCode() + ">" + step.to() + " " + step.reason() + " " + step.measure()
                        + " " + step.measured() + " " + step.heldTicks());
            }
        }
        return steps;
    }

    private void collapse(int member) {
        members.members.get(member).lastPriceMantissa = 900;
        members.members.get(member).frame.set(Feature.OPEN_INTEREST_VELOCITY, -0.3);
        members.members.get(member).frame.set(Feature.LIQUIDITY_STRESS, 0.4);
    }

    @Test
    void phasesFollowTheCalendar() {
        assertThat(run(0, 100))
                .containsExactly(
                        "11 0>EVENT_PREP SCHEDULED TIME 0.0 8",
                        "21 1>EVENT_START SCHEDULED TIME 0.0 8",
                        "41 2>EVENT_MID SCHEDULED TIME 0.0 8",
                        "61 3>EVENT_END SCHEDULED TIME 0.0 8",
                        "81 4>EVENT_POST SCHEDULED TIME 0.0 8");
    }

    @Test
    void oneThatIsAddedLateWalksAllPhasesOneByOne() {
        assertThat(run(90, 102))
                .extracting(step -> step.split(" ")[1])
                .containsExactly("0>EVENT_PREP", "1>EVENT_START", "2>EVENT_MID", "3>EVENT_END", "4>EVENT_POST");
    }

    @Test
    void aCollapseMovesItOnOneStepAtATimeAndNotBeyondItsEnd() {
        run(0, 25);
        collapse(0);
        collapse(1);
        assertThat(run(25, 60))
                .containsExactly(
                        "26 2>EVENT_MID COLLAPSED COLLAPSE_SHARE 0.6666666666666666 8",
                        "28 3>EVENT_END COLLAPSED COLLAPSE_SHARE 0.6666666666666666 8");
        assertThat(run(60, 100)).extracting(step -> step.split(" ")[1]).containsExactly("4>EVENT_POST");
    }

    @Test
    void beforeItHasStartedNothingCollapses() {
        run(0, 12);
        IntStream.range(0, 3).forEach(this::collapse);
        assertThat(run(12, 21)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "900, -0.3, 0.4, true",
        "901, -0.3, 0.4, false",
        "900, -0.29, 0.4, false",
        "900, -0.3, 0.39, false",
        "900, , 0.4, false",
        "900, -0.3, , false",
        "0, -0.3, 0.4, false"
    })
    void aTokenCollapsesByPriceAndOpenInterestAndLiquidity(
            long priceMantissa, Double openInterestVelocity, Double liquidityStress, boolean collapses) {
        run(0, 25);
        FakeMembers.Member member = members.members.getFirst();
        member.lastPriceMantissa = priceMantissa;
        if (openInterestVelocity != null) {
            member.frame.set(Feature.OPEN_INTEREST_VELOCITY, openInterestVelocity);
        }
        if (liquidityStress != null) {
            member.frame.set(Feature.LIQUIDITY_STRESS, liquidityStress);
        }
        assertThat(machine.isCollapsing(0)).isEqualTo(collapses);
    }

    @Test
    void theShareIsOfLiveTokensByWeightAndHasHysteresis() {
        run(0, 25);
        members.members.get(0).weight = 3;
        collapse(0);
        run(25, 26);
        assertThat(machine.collapseShare()).isEqualTo(0.6);
        assertThat(slots[0].collapseTicks()).isEqualTo(4);
        members.members.get(1).weight = 2;
        run(26, 27);
        assertThat(machine.collapseShare()).as("between exit and enter").isEqualTo(0.5);
        assertThat(slots[0].collapseTicks()).isEqualTo(4);
        members.members.get(0).isLive = false;
        run(27, 28);
        assertThat(machine.collapseShare()).isZero();
        assertThat(slots[0].collapseTicks()).isZero();
    }

    @Test
    void eachTokenKeepsItsReferenceAndAllElseIsTheSame() {
        members.members.get(2).lastPriceMantissa = 0;
        members.members.get(1).lastPriceMantissa = 555;
        run(0, 30);
        assertThat(slots).extracting(EventPhaseState::referencePriceMantissa).containsExactly(1_000L, 555L, 0L);
        assertThat(slots).extracting(EventPhaseState::key).containsOnly(77L);
        assertThat(machine.disagreeing()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void oneThatDisagreesIsFound(int member) {
        run(0, 30);
        slots[member].enter(EventPhase.EVENT_MID, 7);
        assertThat(machine.disagreeing()).isEqualTo(member);
    }

    @Test
    void afterAnOutageCountsStartAnewAndThePhaseStays() {
        run(0, 21);
        assertThat(slots[1].dueTicks()).isEqualTo(4);
        machine.restart();
        assertThat(slots).extracting(EventPhaseState::dueTicks).containsOnly(0L);
        assertThat(machine.phaseCode()).isEqualTo(1);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** Whatever happens to its tokens. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverSkipsNeverGoesBackAndTokensAlwaysAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int sequence = 0; sequence < Integer.getInteger("pawl.sequences", 20_000) / 400; sequence++) {
            for (EventPhaseState slot : slots) {
                slot.copyFrom(
                        new EventPhaseState(new StateBlock(new long[EventPhaseState.WORDS], 0, EventPhaseState.WORDS)));
            }
            int phase = 0;
            for (int second = random.nextInt(30); second < 100; second++) {
                disturb(random);
                boolean hasStepped = machine.update(4L * second + 3);
                phase += hasStepped ? 1 : 0;
                assertThat(machine.phaseCode()).as("second %d", second).isEqualTo(phase);
                assertThat(machine.disagreeing()).isEqualTo(-1);
            }
            assertThat(phase).isEqualTo(5);
        }
    }

    private void disturb(SplittableRandom random) {
        FakeMembers.Member member = members.members.get(random.nextInt(3));
        member.isLive = random.nextInt(4) > 0;
        member.lastPriceMantissa = random.nextInt(3) * 600L;
        member.weight = 1 + random.nextInt(3);
        if (random.nextBoolean()) {
            member.frame.set(Feature.OPEN_INTEREST_VELOCITY, random.nextDouble() * 2 - 1);
            member.frame.set(Feature.LIQUIDITY_STRESS, random.nextDouble());
        } else {
            member.frame.clear();
        }
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventSchedule(1, 2, 2, 3, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventSchedule(-1, 2, 3, 4, 5));
        Threshold share = new Threshold(0.5, 0.3, 8);
        assertThatIllegalArgumentException().isThrownBy(() -> new CollapseRule(0, 0.3, 0.4, share));
        assertThatIllegalArgumentException().isThrownBy(() -> new CollapseRule(0.1, 1.1, 0.4, share));
        assertThatIllegalArgumentException().isThrownBy(() -> new CollapseRule(0.1, 0.3, Double.NaN, share));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhaseFactors(1, 1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PhaseFactors(1, 1, 1, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterDynamics(3, 1, 1, 1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterDynamics(4, -1, 1, 1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterDynamics(4, 1, 1, 0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClusterDynamics(4, 1, 1, 1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> EventPhase.ofCode(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusterState.ofCode(6));
    }
}
