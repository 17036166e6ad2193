package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BackoffTest {
    @Test
    void waitsNotAtFirstThenTwiceAsLongUpToTheCap() {
        for (long seed = 0; seed < 100; seed++) {
            Backoff backoff = new Backoff(100, 3_000, seed);
            assertThat(backoff.nextNs()).isZero();
            for (long longest : new long[] {100, 200, 400, 800, 1_600, 3_000, 3_000}) {
                assertThat(backoff.nextNs()).as("seed %d", seed).isBetween(longest / 2, longest);
            }
            for (int i = 0; i < 1_000; i++) {
                assertThat(backoff.nextNs()).isBetween(1_500L, 3_000L);
            }
            backoff.reset();
            assertThat(backoff.nextNs()).isZero();
            assertThat(backoff.nextNs()).isBetween(50L, 100L);
        }
    }

    @Test
    void differsFromSeedToSeed() {
        long[] delays = new long[50];
        for (int seed = 0; seed < delays.length; seed++) {
            Backoff backoff = new Backoff(1_000_000, 1_000_000, seed);
            backoff.nextNs();
            delays[seed] = backoff.nextNs();
        }
        assertThat(delays).doesNotHaveDuplicates();
    }
}
