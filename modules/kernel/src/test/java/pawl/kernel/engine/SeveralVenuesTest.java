package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.token.Ticks;
import pawl.feature.PriceVenue;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.StoreDigest;

/**
 * One token at two venues, through the whole engine: what one lacks does not hold it, and live, replayed and resumed runs agree. In
 * {@link ToyPlan} a venue is silent after 8 ticks and a gap of it holds for 2.
 */
class SeveralVenuesTest {
    private static final long FIRST_TICK = 6_800_000_000L;
    private static final int ALPHA = 0;
    private static final int BETA = 1;
    private static final int TICKS = 160;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void aSilentVenueDoesNotHoldTheTokenAndPricesFollowTheOther() throws Exception {
        List<Boolean> held = new ArrayList<>();
        List<Integer> followed = new ArrayList<>();
        HeapLogStore store = ToyRun.straightThrough(ToyPlan.STANDARD, alphaFallsSilent());
        try (Reexecution again = new Reexecution(store, (configuration, header) -> ToyPlan.STANDARD.plan())) {
            while (again.next()) {
                TokenLane lane = again.parts().lane(0);
                held.add(lane.isHeld());
                followed.add(lane.priceVenue().venue());
                long venuesPrice = lane.priceVenue().venue() == ALPHA ? 1_000 : 2_000;
                assertThat(lane.lastPriceMantissa()).isEqualTo(venuesPrice);
            }
        }
        assertThat(held).containsOnly(false);
        assertThat(followed).doesNotContain(PriceVenue.NONE);
        assertThat(followed.indexOf(BETA)).as("silent from tick 10 on").isEqualTo(9 + 8);
        assertThat(followed.lastIndexOf(BETA))
                .as("back at tick 40, live for twice 8")
                .isEqualTo(40 + 14);
    }

    private static List<ToyFrame> alphaFallsSilent() {
        List<ToyFrame> frames = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            if (i < 10 || i >= 40) {
                frames.add(trade(ALPHA, i, i < 40 ? i : i - 30, "10"));
            }
            frames.add(trade(BETA, i, i, "20"));
        }
        return frames;
    }

    /** Silences, gaps, skew of 300 ms, other prices: what was live is what its inputs give, resumed anywhere or replayed from the logs. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void liveReplayedAndResumedRunsAgree(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<ToyFrame> frames = bothVenues(random);
        HeapLogStore straight = ToyRun.straightThrough(ToyPlan.STANDARD, frames);

        HeapLogStore stopped = new HeapLogStore();
        for (int stop = 0; stop < 4; stop++) {
            long tick = FIRST_TICK + (TICKS / 4) * stop + random.nextInt(TICKS / 4);
            ToyRun.through(ToyPlan.STANDARD, stopped, frames, tick);
        }
        ToyRun.through(ToyPlan.STANDARD, stopped, frames, Long.MAX_VALUE);
        assertThat(StoreDigest.of(stopped)).isEqualTo(StoreDigest.of(straight));

        List<ToyFrame> otherWay = new ArrayList<>();
        for (long tick = FIRST_TICK; tick < FIRST_TICK + TICKS; tick++) {
            for (int venue : new int[] {BETA, ALPHA}) {
                long at = tick;
                frames.stream()
                        .filter(frame -> frame.tick() == at && frame.venue() == venue)
                        .forEach(otherWay::add);
            }
        }
        assertThat(StoreDigest.of(ToyRun.straightThrough(ToyPlan.STANDARD, otherWay)))
                .as("the second venue's frames first")
                .isEqualTo(StoreDigest.of(straight));

        List<Long> ticks = new ArrayList<>();
        boolean hasFree = false;
        try (Reexecution again = new Reexecution(straight, (configuration, header) -> ToyPlan.STANDARD.plan())) {
            while (again.next()) {
                ticks.add(again.tick());
                hasFree |= !again.parts().lane(0).isHeld();
            }
        }
        assertThat(ticks).isEqualTo(LogTexts.committedTicks(straight));
        assertThat(hasFree).isTrue();
    }

    private static List<ToyFrame> bothVenues(SplittableRandom random) {
        List<ToyFrame> frames = new ArrayList<>();
        int[] ids = {100, 100};
        for (int i = 0; i < TICKS; i++) {
            for (int venue = 0; venue < 2; venue++) {
                boolean isSilent = i / 20 % 4 == venue + 1 || i / 20 % 4 == 3;
                if (isSilent || random.nextInt(3) == 0) {
                    continue;
                }
                ids[venue] += random.nextInt(12) == 0 ? 5 : 1;
                frames.add(trade(venue, i, ids[venue], venue == ALPHA ? "10.1" : "10.3"));
            }
        }
        return frames;
    }

    /** The second venue's clock is 300 ms behind. */
    private static ToyFrame trade(int venue, int tick, int id, String price) {
        long timeMs = Ticks.startMs(FIRST_TICK + tick) - (venue == ALPHA ? 0 : 300);
        String symbol = venue == ALPHA ? "AAA" : "aaa";
        return new ToyFrame(venue, FIRST_TICK + tick, "T %s %d %d %s 1 B".formatted(symbol, timeMs, id, price));
    }
}
