package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import pawl.api.event.EventBatch;
import pawl.api.feature.Feature;
import pawl.api.token.Token;

/** What scores an extractor gives. */
final class FeatureCases {
    private static final Set<Feature> UNSIGNED = EnumSet.of(Feature.COMPRESSION, Feature.LIQUIDITY_STRESS);
    private static final int WILD_TICKS = 4_000;
    private static final int SEEDS = 20;

    private final Supplier<FeatureLogic> making;
    private final Token token;
    private final int venues;

    FeatureCases(Supplier<FeatureLogic> making, Token token, int venues) {
        this.making = making;
        this.token = token;
        this.venues = venues;
    }

    /** In a plain market those features become valid that the author names, and no others; after an outage again. */
    void becomeValid(Set<Feature> expected, int ticks) {
        FeatureLogic logic = making.get();
        Lane lane = new Lane(token, logic);
        MarketEvents market = new MarketEvents(3, token, venues);
        assertEquals(
                EnumSet.copyOf(expected), seen(logic, lane, market, ticks), "the features valid in a plain market");
        lane.restart(logic, 100_000);
        assertEquals(EnumSet.copyOf(expected), seen(logic, lane, market, ticks), "the features valid after an outage");
    }

    private static Set<Feature> seen(FeatureLogic logic, Lane lane, MarketEvents market, int ticks) {
        EventBatch events = new EventBatch();
        Set<Feature> seen = EnumSet.noneOf(Feature.class);
        for (int i = 0; i < ticks; i++) {
            market.plain(events, lane.tick());
            lane.run(logic, events);
            for (Feature feature : Feature.values()) {
                if (logic.frame().isValid(feature)) {
                    seen.add(feature);
                }
            }
        }
        return seen;
    }

    /** Whatever the numbers, exponents and kinds of events: nothing is thrown, scores keep their range. */
    void anyNumbers() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Token any = new Token(
                    0,
                    token.name(),
                    token.tierName(),
                    -random.nextInt(19),
                    -random.nextInt(19),
                    -random.nextInt(19),
                    1 + random.nextInt(480));
            FeatureLogic logic = making.get();
            Lane lane = new Lane(any, logic);
            MarketEvents market = new MarketEvents(seed, token, venues);
            EventBatch events = new EventBatch();
            for (int i = 0; i < WILD_TICKS; i++) {
                if (random.nextInt(1_000) == 0) {
                    lane.restart(logic, random.nextInt(5_000));
                }
                market.wild(events, lane.tick());
                run(logic, lane, events, "seed " + seed + ", tick " + i);
            }
        }
    }

    private static void run(FeatureLogic logic, Lane lane, EventBatch events, String when) {
        try {
            lane.run(logic, events);
        } catch (RuntimeException fault) {
            throw new AssertionError("an extractor throws nothing, whatever the numbers; at " + when, fault);
        }
        for (Feature feature : Feature.values()) {
            double score = logic.frame().score(feature);
            if (logic.frame().isValid(feature) && UNSIGNED.contains(feature) && score < 0) {
                fail(feature + " is " + score + " at " + when + "; it is 0 to 1");
            }
        }
    }
}
