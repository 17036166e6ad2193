package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LiveClockTest {
    private static final long START_NS = 1_790_000_000_000_000_000L;
    private static final long NANOS_PER_MS = 1_000_000;

    private final HandClock hand = new HandClock(START_NS);
    private final LiveClock clock = hand.clock();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    /**
     * In milliseconds: the host's clock is set by each step in turn, with 1,000 ms passing before it. What the engine's time is afterwards
     * beyond the start, what was told, and how far it is ahead of the host's.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            steady                             | 0           | 1000  | 0           | 0
            slewed forward                     | 499         | 1499  | 0           | 0
            slewed backward                    | -499        | 501   | 0           | 0
            slewed by little and often         | 200 200 200 | 3600  | 0 0 0       | 0
            set forward                        | 500         | 1500  | 500         | 0
            set forward by an hour             | 3600000     | 3601000 | 3600000   | 0
            set back                           | -500        | 1000  | -500        | 500
            set back by an hour                | -3600000    | 1000  | -3600000    | 3600000
            set back twice                     | -700 -800   | 2000  | -700 -800   | 1500
            set back and as much forward       | -900 900    | 2000  | -900 900    | 0
            set back and less forward          | -900 600    | 2000  | -900 600    | 300
            set back and more forward          | -900 1500   | 2600  | -900 1500   | 0
            set forward and back               | 800 -800    | 2800  | 800 -800    | 800
            set back, then slewed              | -900 100 -50 | 3050 | -900 0 0    | 900
            """)
    void timeGoesOnWithTheHostsClockAndNeverBack(String name, String steps, long passedMs, String told, long aheadMs) {
        StringBuilder toldSteps = new StringBuilder();
        for (String step : steps.split(" ", -1)) {
            hand.pass(1_000 * NANOS_PER_MS);
            hand.step(Long.parseLong(step) * NANOS_PER_MS);
            clock.readNs();
            toldSteps.append(clock.takeStepNs() / NANOS_PER_MS).append(' ');
        }
        assertThat((clock.readNs() - START_NS) / NANOS_PER_MS).isEqualTo(passedMs);
        assertThat(toldSteps.toString().trim()).isEqualTo(told);
        assertThat(clock.aheadNs() / NANOS_PER_MS).isEqualTo(aheadMs);
        assertThat(clock.takeStepNs()).as("told once").isZero();
    }

    /** What arrives before the clock is read next is stamped by what went by since it was. */
    @Test
    void aStampRunsWithTheMonotonicClockAlone() {
        hand.pass(250);
        clock.readNs();
        hand.pass(1_000);
        hand.step(-9_000_000_000L);
        assertThat(clock.stampNs()).isEqualTo(START_NS + 1_250);
    }

    @Test
    void aClockSlewedBackStandsStillUntilItIsCaughtUp() {
        hand.pass(1_000 * NANOS_PER_MS);
        assertThat(clock.readNs()).isEqualTo(START_NS + 1_000 * NANOS_PER_MS);
        hand.pass(100 * NANOS_PER_MS);
        hand.step(-400 * NANOS_PER_MS);
        assertThat(clock.readNs()).isEqualTo(START_NS + 1_000 * NANOS_PER_MS);
        hand.pass(301 * NANOS_PER_MS);
        assertThat(clock.readNs()).isEqualTo(START_NS + 1_001 * NANOS_PER_MS);
    }

    @Test
    void stepsNotTakenAddUp() {
        hand.step(2_000_000_000);
        clock.readNs();
        hand.step(-500_000_000);
        clock.readNs();
        assertThat(clock.takeStepNs()).isEqualTo(1_500_000_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itNeverDecreasesAndIsAheadByWhatWasSetBackAlone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long last = clock.readNs();
        long told = 0;
        long slewed = 0;
        long set = 0;
        for (int reading = 0; reading < 2_000; reading++) {
            hand.pass(random.nextLong(3_000_000_000L));
            switch (random.nextInt(8)) {
                case 0 -> {
                    long step = random.nextLong(-20_000_000_000L, 20_000_000_000L);
                    hand.step(step);
                    set += Math.abs(step) >= LiveClock.LEAST_STEP_NS ? step : 0;
                    slewed += Math.abs(step) >= LiveClock.LEAST_STEP_NS ? 0 : step;
                }
                case 1 -> {
                    long slew = random.nextLong(-400_000, 400_000);
                    hand.step(slew);
                    slewed += slew;
                }
                default -> {}
            }
            long now = clock.readNs();
            assertThat(now).as("reading %d of seed %d", reading, seed).isGreaterThanOrEqualTo(last);
            assertThat(clock.aheadNs()).isNotNegative();
            assertThat(clock.stampNs() - hand.wallNs()).as("ahead").isEqualTo(clock.aheadNs());
            last = now;
            told += clock.takeStepNs();
        }
        assertThat(told).as("seed %d, slewed by %d", seed, slewed).isEqualTo(set);
    }
}
