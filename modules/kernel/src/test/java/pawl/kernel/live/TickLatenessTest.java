package pawl.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickLatenessTest {
    private static final double[] SHARES = {0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1};

    @Test
    void withoutATickThereIsNone() {
        TickLateness lateness = new TickLateness();
        assertThat(lateness.quantileMs(0.99)).isZero();
        assertThat(lateness.mostMs()).isZero();
    }

    @Test
    void aTickBeforeItsTimeIsNotLate() {
        TickLateness lateness = new TickLateness();
        lateness.add(-5_000_000);
        assertThat(lateness.mostMs()).isZero();
        assertThat(lateness.quantileMs(1)).as("rounded up").isEqualTo(0.1);
    }

    @Test
    void aQuantileIsRoundedUpToATenth() {
        TickLateness lateness = new TickLateness();
        lateness.add(100_000);
        lateness.add(299_999);
        lateness.add(2_345_678);
        assertThat(lateness.quantileMs(1.0 / 3)).isEqualTo(0.2);
        assertThat(lateness.quantileMs(0.5)).isEqualTo(0.3);
        assertThat(lateness.quantileMs(0.99)).isEqualTo(2.4);
        assertThat(lateness.mostMs()).isEqualTo(2.345678);
    }

    @Test
    void aboveTenSecondsAllAreOneBucketAndTheMostIsExact() {
        TickLateness lateness = new TickLateness();
        lateness.add(86_400_000_000_000L);
        assertThat(lateness.quantileMs(0.5)).isEqualTo(10_000);
        assertThat(lateness.mostMs()).isEqualTo(86_400_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void quantilesAreThoseOfTheSortedList(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TickLateness lateness = new TickLateness();
        long[] all = new long[1 + random.nextInt(500)];
        for (int i = 0; i < all.length; i++) {
            all[i] = random.nextLong(9_000_000_000L);
            lateness.add(all[i]);
        }
        Arrays.sort(all);
        for (double share : SHARES) {
            long exact = all[Math.max(0, (int) Math.ceil(share * all.length) - 1)];
            assertThat(lateness.quantileMs(share))
                    .as("share %s of seed %d", share, seed)
                    .isEqualTo((exact / 100_000 + 1) * 100_000 / 1e6);
        }
        assertThat(lateness.mostMs()).isEqualTo(all[all.length - 1] / 1e6);
    }
}
