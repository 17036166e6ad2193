package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pawl.api.feature.Feature.DIVERGENCE;
import static pawl.api.feature.Feature.FUNDING_SKEW;
import static pawl.api.feature.Feature.LIQUIDITY_STRESS;
import static pawl.api.feature.Feature.OPEN_INTEREST_VELOCITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.feature.Feature;

/** One token on several venues: each alone, and which of them the token's scores are of. */
final class VenuesTest {
    private static final int RETURN_TICKS = 600;
    private static final Map<String, ?> SETTINGS = Map.of("venueReturnTicks", RETURN_TICKS);

    @Test
    void theNextVenueTakesOverAtOnceAndTheFirstTakesBackLater() {
        Market both = new Market(Market.TOKEN, 2, SETTINGS);
        both.mark(0, both.nowMs(), 0.0002, 0).mark(1, both.nowMs(), 0.0010, 0).flush();
        double first = both.score(FUNDING_SKEW);
        List<Double> scores = new ArrayList<>();
        for (int i = 1; i < 2_500; i++) {
            boolean isSilent = i < 1_000;
            if (!isSilent) {
                both.mark(0, both.nowMs(), 0.0002, 0);
            }
            both.mark(1, both.nowMs(), 0.0010, 0).flush();
            scores.add(both.score(FUNDING_SKEW));
        }
        // Silent for longer than 480 ticks is stale.
        assertThat(scores.subList(0, 480)).allMatch(score -> score == first);
        assertThat(scores.subList(480, 999 + RETURN_TICKS)).allMatch(score -> score > 0.3);
        assertThat(scores.subList(999 + RETURN_TICKS, 2_499)).allMatch(score -> score < 0.3);
    }

    @Test
    void aVenueThatComesAndGoesDoesNotTakeBack() {
        Market market = new Market(Market.TOKEN, 2, SETTINGS);
        market.mark(1, market.nowMs(), 0.0010, 0).flush();
        for (int i = 0; i < 5_000; i++) {
            // Valid for 480 ticks of each 490: never for 600 in a row.
            if (i % 490 == 0) {
                market.mark(0, market.nowMs(), 0.0002, 0);
            }
            market.mark(1, market.nowMs(), 0.0010, 0).flush();
            assertThat(market.score(FUNDING_SKEW)).as("tick %d", i).isGreaterThan(0.3);
        }
    }

    @Test
    void eachFeatureIsChosenForItself() {
        Market market = new Market(Market.TOKEN, 2, SETTINGS);
        for (int i = 0; i < 1_200; i++) {
            if (i % 80 == 0) {
                market.openInterest(1, market.nowMs(), 1_000 + i);
            }
            market.mark(0, market.nowMs(), 0.0002, 0).quote(100, 1, 101, 1).flush();
        }
        assertThat(market.isValid(OPEN_INTEREST_VELOCITY)).as("of the second").isTrue();
        assertThat(market.isValid(FUNDING_SKEW)).as("of the first").isTrue();
        assertThat(market.isValid(LIQUIDITY_STRESS)).as("of the first").isTrue();
        assertThat(chosen(market, OPEN_INTEREST_VELOCITY)).isEqualTo(1);
        assertThat(chosen(market, FUNDING_SKEW)).isZero();
        assertThat(chosen(market, LIQUIDITY_STRESS)).isZero();
    }

    @Test
    void aGapTakesOnlyItsVenuesFlowOut() {
        Market market = new Market(Market.TOKEN, 2, SETTINGS);
        for (int i = 0; i < 4_000; i++) {
            for (int venue = 0; venue < 2; venue++) {
                int flags = venue == 0 ? 0 : EventFlag.TAKER_SOLD;
                market.quote(venue, market.nowMs(), market.tick, 100, 1, 101, 1)
                        .trade(venue, market.nowMs(), 100, 1 + market.tick % 3, flags);
            }
            market.flush();
        }
        assertThat(market.score(DIVERGENCE)).as("one buys, the other sells").isCloseTo(0, within(0.01));
        market.gap(0).flush();
        assertThat(market.score(DIVERGENCE))
                .as("the other sells while the price stands")
                .isGreaterThan(0.2);
        market.gap(1).flush();
        assertThat(market.isValid(DIVERGENCE)).as("no flow is known").isFalse();
    }

    /**
     * Venues with streams of their own, with silences, gaps and an outage: each venue's words are what they would be if it were the only
     * one, whatever order venues stand in inside a tick; and a score that only one venue can give is that venue's.
     */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachVenueStandsAlone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int venues = 2 + random.nextInt(2);
        Market together = new Market(Market.TOKEN, venues, SETTINGS);
        Market otherWay = new Market(Market.TOKEN, venues, SETTINGS);
        List<Market> alone = IntStream.range(0, venues)
                .mapToObj(venue -> new Market(Market.TOKEN, 1, SETTINGS))
                .toList();
        int compared = 0;
        for (int i = 0; i < 5_000; i++) {
            List<EventBatch> sent = new ArrayList<>();
            for (int venue = 0; venue < venues; venue++) {
                boolean isSilent = i / 800 % venues == venue;
                sent.add(isSilent ? new EventBatch() : events(random, together.nowMs() - 150L * venue, venue));
            }
            for (int venue = 0; venue < venues; venue++) {
                addAll(sent.get(venue), venue, together.events);
                addAll(sent.get(venues - 1 - venue), venues - 1 - venue, otherWay.events);
                addAll(sent.get(venue), 0, alone.get(venue).events);
            }
            List<Market> all = new ArrayList<>(alone);
            all.addAll(List.of(together, otherWay));
            if (random.nextInt(2_000) == 0) {
                all.forEach(Market::restart);
            }
            all.forEach(Market::flush);
            assertThat(otherWay.bits()).isEqualTo(together.bits());
            compared += compare(together, alone);
        }
        assertThat(compared).as("scores compared").isPositive();
    }

    private static int compare(Market together, List<Market> alone) {
        for (int venue = 0; venue < alone.size(); venue++) {
            long[] words = new long[StateWords.COUNT];
            System.arraycopy(together.words, venue * StateWords.COUNT, words, 0, words.length);
            assertThat(alone.get(venue).words).startsWith(words);
        }
        int compared = 0;
        for (Feature feature : Feature.values()) {
            List<Market> valid =
                    alone.stream().filter(market -> market.isValid(feature)).toList();
            if (feature != DIVERGENCE) {
                assertThat(together.isValid(feature)).isEqualTo(!valid.isEmpty());
            }
            if (valid.size() == 1 && feature != DIVERGENCE) {
                assertThat(together.score(feature)).isEqualTo(valid.getFirst().score(feature));
                compared++;
            }
        }
        return compared;
    }

    private static int chosen(Market market, Feature feature) {
        int word = 2 * StateWords.COUNT + SharedWords.CHOSEN_VENUES + feature.ordinal();
        return (int) (market.state.getLong(word) & 0xffff) - 1;
    }

    /** Prices of two venues lie some way apart. */
    private static EventBatch events(SplittableRandom random, long timeMs, int venue) {
        Market scratch = new Market();
        double price = 100 + venue + random.nextDouble();
        if (random.nextInt(3) == 0) {
            scratch.quote(0, timeMs, timeMs, price, 1 + random.nextInt(9), price + 0.1, 1 + random.nextInt(9));
        }
        if (random.nextInt(6) == 0) {
            scratch.trade(0, timeMs, price, 1 + random.nextInt(9), random.nextBoolean() ? EventFlag.TAKER_SOLD : 0);
        }
        if (random.nextInt(60) == 0) {
            scratch.openInterest(0, timeMs, 1_000 + random.nextInt(100));
        }
        if (random.nextInt(30) == 0) {
            scratch.mark(0, timeMs, 0.0001 * random.nextInt(9), timeMs + 3_600_000);
        }
        if (random.nextInt(900) == 0) {
            scratch.gap(0);
        }
        return scratch.events;
    }

    private static void addAll(EventBatch events, int venue, EventBatch to) {
        for (int event = 0; event < events.size(); event++) {
            addRelabelled(events, event, venue, to);
        }
    }

    private static void addRelabelled(EventBatch events, int event, int venue, EventBatch to) {
        to.add(
                events.kind(event),
                venue,
                events.flags(event),
                events.exchangeTimeMs(event),
                events.sequence(event),
                events.payload(event, 2),
                events.payload(event, 3),
                events.payload(event, 4),
                events.payload(event, 5));
    }
}
