package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.event.EventView;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.tier.TierPolicy;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.toy.LogTexts;
import pawl.kernel.toy.ToyEngine;
import pawl.kernel.toy.ToyFeatures;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyTiers;

/** Plugins that remember something outside their blocks, or reach for what is not theirs, stop the engine at a tick, and are named. */
class HiddenStateTest {
    private static final long FIRST_TICK = 1_000;
    private static final long LAST_TICK = 1_040;
    private static final String REMEMBERS = "; it remembers something outside its block (E4.1)";

    private static int staticCalls;
    private static long staticTick;
    private static double staticScore;

    /** What a feature extractor does besides what it may. */
    enum FeatureOffence {
        COUNTER_IN_A_FIELD(REMEMBERS, CountingFeatures::new),
        COUNTER_IN_A_STATIC(
                REMEMBERS,
                () -> (token, tick, events, state, frame) ->
                        frame.set(Feature.DIVERGENCE, ++staticCalls % 1_000 / 1_000.0)),
        CACHE_BY_TICK_IN_A_FIELD(REMEMBERS, CachingFeatures::new),
        CACHE_BY_TICK_IN_A_STATIC(REMEMBERS, () -> (token, tick, events, state, frame) -> {
            if (tick != staticTick) {
                staticTick = tick;
                staticScore = scoreOf(events);
            }
            frame.set(Feature.DIVERGENCE, staticScore);
        }),
        PRICES_IN_A_MAP(REMEMBERS, PriceMapFeatures::new),
        RANDOM_SCORE(
                REMEMBERS, () -> (token, tick, events, state, frame) -> frame.set(Feature.DIVERGENCE, Math.random())),
        CLOCK_IN_THE_BLOCK(REMEMBERS, () -> (token, tick, events, state, frame) -> state.setLong(0, System.nanoTime())),
        EVENTS_MODIFIED(
                "it changed the events that it was lent to read (D3)",
                () -> (token, tick, events, state, frame) -> ((EventBatch) events).clear()),
        ANOTHERS_BLOCK("its block was written to after the last call about this token", ReachingFeatures::new),
        STACK_OVERFLOW("java.lang.StackOverflowError", () -> (token, tick, events, state, frame) -> {
            throw new StackOverflowError();
        }),
        NOT_LINKED("java.lang.NoSuchMethodError: gone", () -> (token, tick, events, state, frame) -> {
            throw new NoSuchMethodError("gone");
        }),
        NOT_INITIALISED("java.lang.ExceptionInInitializerError", () -> (token, tick, events, state, frame) -> {
            throw new ExceptionInInitializerError();
        }),
        ASSERTION("java.lang.AssertionError: no", () -> (token, tick, events, state, frame) -> {
            throw new AssertionError("no");
        });

        private final String message;
        private final Supplier<Extraction> extraction;

        FeatureOffence(String message, Supplier<Extraction> extraction) {
            this.message = message;
            this.extraction = extraction;
        }
    }

    /** What a tier policy does besides what it may. */
    enum TierOffence {
        COUNTER_IN_A_FIELD(REMEMBERS, () -> new Assignment() {
            private int calls;

            @Override
            public int assign(long tick, int currentTier, EventView events, StateBlock state) {
                return ++calls / 7 % 3;
            }
        }),
        CLOCK_IN_THE_BLOCK(REMEMBERS, () -> (tick, currentTier, events, state) -> {
            state.setLong(0, System.nanoTime());
            return currentTier;
        }),
        EVENTS_MODIFIED(
                "it changed the events that it was lent to read (D3)", () -> (tick, currentTier, events, state) -> {
                    ((EventBatch) events).truncate(0);
                    return currentTier;
                }),
        STACK_OVERFLOW("java.lang.StackOverflowError", () -> (tick, currentTier, events, state) -> {
            throw new StackOverflowError();
        });

        private final String message;
        private final Supplier<Assignment> assignment;

        TierOffence(String message, Supplier<Assignment> assignment) {
            this.message = message;
            this.assignment = assignment;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFeaturePluginThatOffendsIsFound(FeatureOffence offence) throws Exception {
        ToyPlan plan = ToyPlan.STANDARD.withFeatures(
                new Offender(offence.extraction.get()), new Offender(offence.extraction.get()));
        assertFound(plan, "plugin feature-toy failed on token ", offence.message);
    }

    @ParameterizedTest
    @EnumSource
    void aTierPluginThatOffendsIsFound(TierOffence offence) throws Exception {
        ToyPlan plan = ToyPlan.STANDARD.withTiers(
                new OffendingTiers(offence.assignment.get()), new OffendingTiers(offence.assignment.get()));
        assertFound(plan, "plugin tier-toy failed on token ", offence.message);
    }

    private static void assertFound(ToyPlan plan, String plugin, String message) throws Exception {
        ToyEngine toy = new ToyEngine(plan);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> run(toy))
                .withMessageMatching("(?s)tick 10[0-9]{2}: .*")
                .withMessageContaining(plugin)
                .withMessageContaining(message)
                .withMessageEndingWith("; nothing of it was written")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.INVARIANT));
        long found = toy.engine().lastTick() + 1;
        toy.close();
        assertThat(LogTexts.committedTicks(toy.store())).doesNotContain(found);
    }

    /** Each token trades at a pace and price of its own. */
    private static void run(ToyEngine toy) throws Exception {
        for (long tick = FIRST_TICK; tick <= LAST_TICK; tick++) {
            long timeMs = tick * 250;
            toy.frame(
                    0,
                    tick,
                    "T AAA " + timeMs + " " + tick + " " + (10 + tick % 3) + " 1 B;T BBB " + timeMs + " " + tick + " "
                            + (20 + tick % 5) + " 1 S;T BBB " + timeMs + " " + (tick + 5_000) + " 20 1 S");
            toy.engine().closeThrough(tick);
        }
    }

    private static double scoreOf(EventView events) {
        double score = 0;
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event) == EventKind.TRADE) {
                score += events.priceMantissa(event) / 1e6;
            }
        }
        return score;
    }

    private interface Extraction {
        void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame);
    }

    private interface Assignment {
        int assign(long tick, int currentTier, EventView events, StateBlock state);
    }

    private static final class CountingFeatures implements Extraction {
        private int calls;

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            frame.set(Feature.DIVERGENCE, ++calls / 10_000.0);
        }
    }

    private static final class CachingFeatures implements Extraction {
        private long cachedTick;
        private double score;

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            if (tick != cachedTick) {
                cachedTick = tick;
                score = scoreOf(events);
            }
            frame.set(Feature.DIVERGENCE, score);
        }
    }

    private static final class PriceMapFeatures implements Extraction {
        private final Map<String, Double> prices = new HashMap<>();

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            double score = scoreOf(events);
            double before = prices.merge(token.name(), score, (old, now) -> old);
            prices.put(token.name(), score);
            frame.set(Feature.DIVERGENCE, score - before);
        }
    }

    /** Writes into the block of the token before. */
    private static final class ReachingFeatures implements Extraction {
        private final List<StateBlock> kept = new ArrayList<>();

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            if (token.name().equals("AAA") && kept.isEmpty()) {
                kept.add(state);
            } else if (token.name().equals("BBB")) {
                kept.getFirst().setLong(0, tick);
            }
        }
    }

    private static final class Offender implements FeatureExtractor {
        private final ToyFeatures features = new ToyFeatures();
        private final Extraction extraction;

        Offender(Extraction extraction) {
            this.extraction = extraction;
        }

        @Override
        public int stateWords() {
            return 1 + features.stateWords();
        }

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            features.extract(token, tick, events, state.part(1, features.stateWords()), frame);
            extraction.extract(token, tick, events, state, frame);
        }

        @Override
        public void restart(Token token, long tick, StateBlock state) {
            features.restart(token, tick, state.part(1, features.stateWords()));
        }
    }

    private static final class OffendingTiers implements TierPolicy {
        private final ToyTiers tiers = new ToyTiers();
        private final Assignment assignment;

        OffendingTiers(Assignment assignment) {
            this.assignment = assignment;
        }

        @Override
        public int stateWords() {
            return 1;
        }

        @Override
        public int initialTier(Token token) {
            return tiers.initialTier(token);
        }

        @Override
        public int assign(Token token, long tick, int currentTier, EventView events, StateBlock state) {
            return assignment.assign(tick, currentTier, events, state);
        }

        @Override
        public double thresholdMultiplier(int tier) {
            return tiers.thresholdMultiplier(tier);
        }

        @Override
        public double memberWeight(int tier) {
            return tiers.memberWeight(tier);
        }
    }
}
