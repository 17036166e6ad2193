package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.plugin.StateBlock;

/**
 * The cluster machine against its model, over many random sequences. {@code -Dpawl.sequences=1000000} makes a longer campaign of it;
 * what fails names its seed, which alone gives the sequence again.
 */
final class ClusterMachineModelTest {
    private static final int SEQUENCES = Integer.getInteger("pawl.sequences", 20_000);
    private static final int SECONDS = 80;
    private static final int BLOCKS = 20;
    private static final TokenState[] STATES = TokenState.values();

    private final Map<ClusterState, Set<StepReason>> left = new EnumMap<>(ClusterState.class);
    private long steps;
    private long heldSeconds;

    static IntStream blocks() {
        return IntStream.range(0, BLOCKS);
    }

    @ParameterizedTest(name = "block {0} of " + BLOCKS)
    @MethodSource("blocks")
    void agreesWithTheModel(int block) {
        for (long seed = block; seed < SEQUENCES; seed += BLOCKS) {
            run(seed);
        }
        assertThat(steps).as("steps made").isGreaterThan(SEQUENCES / BLOCKS);
    }

    @Test
    void sequencesReachEveryRow() {
        for (long seed = 0; seed < 500; seed++) {
            run(seed);
        }
        assertThat(left.get(ClusterState.CLUSTER_CALM)).containsExactly(StepReason.THRESHOLD);
        for (ClusterState state : EnumSet.complementOf(EnumSet.of(ClusterState.CLUSTER_CALM))) {
            assertThat(left.get(state)).as(state.name()).containsExactly(StepReason.THRESHOLD, StepReason.DISSIPATED);
        }
        assertThat(heldSeconds).isPositive();
    }

    private void run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FakeMembers members = FakeMembers.of(1 + random.nextInt(5));
        members.members.forEach(member -> {
            member.weight = 1 + random.nextInt(3);
            member.tierFactor = 0.9 + 0.1 * random.nextInt(3);
        });
        List<Threshold> thresholds = IntStream.range(0, 5)
                .mapToObj(step -> new Threshold(step < 3 ? 0.25 : 0.6, step < 3 ? 0.15 : 0.5, 1 + random.nextInt(12)))
                .toList();
        Dissipation dissipation = new Dissipation(16, 8);
        ClusterDynamics dynamics = new ClusterDynamics(40 + random.nextInt(400), 0.5, 0.5, 1 + random.nextInt(2), 0.4);
        ClusterMachine machine = new ClusterMachine(
                new StateBlock(new long[ClusterMachine.STATE_WORDS], 0, ClusterMachine.STATE_WORDS),
                new ClusterTable(
                        thresholds.get(0), thresholds.get(1), thresholds.get(2), thresholds.get(3), thresholds.get(4)),
                dissipation,
                dynamics,
                members);
        ReferenceCluster model = new ReferenceCluster(thresholds, dissipation, dynamics);
        for (long second = 0; second < SECONDS; second++) {
            mix(members, random);
            if (random.nextInt(60) == 0) {
                machine.restart();
                model.restart();
            }
            ClusterState before = machine.state();
            boolean steps = machine.update(4 * second + 3);
            assertThat(steps)
                    .as("seed %d, second %d, in %s", seed, second, before)
                    .isEqualTo(model.second(members.members));
            assertThat(machine.state()).as("seed %d, second %d", seed, second).isEqualTo(model.state());
            check(machine, before, steps, seed);
        }
    }

    /** Mostly one member changes, mostly forward. */
    private static void mix(FakeMembers members, SplittableRandom random) {
        FakeMembers.Member member = members.members.get(random.nextInt(members.size()));
        switch (random.nextInt(8)) {
            case 0 -> member.isLive = !member.isLive;
            case 1 -> member.isDissipating = random.nextInt(3) == 0;
            case 2 -> member.phaseFactor = 0.8 + 0.1 * random.nextInt(4);
            case 3 -> members.members.forEach(each -> each.state = member.state);
            case 4, 5 -> member.state = member.state.next();
            default -> member.state = random.nextInt(4) == 0 ? STATES[random.nextInt(STATES.length)] : member.state;
        }
    }

    /** Sequential, forward, never while held, and by the threshold that it states. */
    private void check(ClusterMachine machine, ClusterState before, boolean hasStepped, long seed) {
        heldSeconds += machine.isHeld() ? 1 : 0;
        if (!hasStepped) {
            assertThat(machine.state()).as("seed %d", seed).isEqualTo(before);
            return;
        }
        steps++;
        ClusterTransition step = machine.transition();
        left.computeIfAbsent(before, state -> EnumSet.noneOf(StepReason.class)).add(step.reason());
        assertThat(machine.isHeld()).as("seed %d", seed).isFalse();
        assertThat(step.from()).as("seed %d", seed).isEqualTo(before);
        assertThat(machine.state()).as("seed %d", seed).isEqualTo(before.next()).isEqualTo(step.to());
        assertThat(step.threshold())
                .as("seed %d", seed)
                .isEqualTo(step.base()
                        * step.tierFactor()
                        * step.phaseFactor()
                        * step.baselineFactor()
                        * step.sizeFactor());
    }
}
