package pawl.kernel.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.api.event.EventSink;
import pawl.api.event.EventView;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.feature.Feature;
import pawl.api.feature.FeatureExtractor;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.recovery.Recovery;
import pawl.kernel.toy.ToyFeatures;
import pawl.kernel.toy.ToyPlan;

/** Seeds are clean with engine and plugins as they should be, and find something where either is broken on purpose. */
class SimulatedSeedTest {
    private static final int SECONDS = 240;
    private static final int SEEDS_UNTIL_FOUND = 20;
    private static final ToyMarket MARKET = new ToyMarket();
    private static final MarketHours HOURS = new MarketHours(List.of(19_000L * 86_400));

    private static int instances;

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 30));
    }

    private static SimulatedSeed.Outcome run(SimulatedEngine engine, long seed) throws Exception {
        return new SimulatedSeed(engine, MARKET, HOURS, seed, SECONDS).run();
    }

    private static SimulatedEngine sound(SimulatedEngine.Plans plans) {
        return new SimulatedEngine(Optional.empty(), plans, SimulatedEngine.Recoveries.ENGINE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fixedSeedsFindNothing(long seed) throws Exception {
        assertThat(run(sound(ToyPlan.STANDARD::plan), seed).ticks()).isPositive();
    }

    @Test
    void aFreshSeedFindsNothing() throws Exception {
        long seed = new SplittableRandom().nextLong(1_000_000_000L);
        System.out.println("fresh seed of the simulator: " + seed);
        assertThat(run(sound(ToyPlan.STANDARD::plan), seed).ticks())
                .as("seed %d", seed)
                .isPositive();
    }

    @Test
    void aSeedLeadsThroughTheSameEachTime() throws Exception {
        assertThat(run(sound(ToyPlan.STANDARD::plan), 7)).isEqualTo(run(sound(ToyPlan.STANDARD::plan), 7));
    }

    /** What is wrong with a plugin. */
    enum Planted {
        COUNTER_IN_A_FIELD(() ->
                ToyPlan.STANDARD.withFeatures(new Counting(), new Counting()).plan()),
        IDENTITY_HASH(() -> ToyPlan.STANDARD
                .withFeatures(new Identified(), new Identified())
                .plan()),
        OTHER_IN_EACH_PROCESS(() -> {
            int process = ++instances;
            return ToyPlan.STANDARD
                    .withFeatures(new OfProcess(process), new OfProcess(process))
                    .plan();
        }),
        ADAPTER_THAT_REMEMBERS(() -> withAdapters(ToyPlan.STANDARD.plan()));

        private final Supplier<EnginePlan> plans;

        Planted(Supplier<EnginePlan> plans) {
            this.plans = plans;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultyPluginIsFound(Planted planted) {
        assertThat(found(sound(planted.plans::get))).isNotEmpty();
    }

    /** What is wrong with the engine's recovery or its store. */
    enum Broken implements SimulatedEngine.Recoveries {
        SKIPS_A_TICK {
            @Override
            public OptionalLong recover(
                    LogStore store, Reexecution.Plans plans, List<String> tokens, boolean cutsDamage)
                    throws PawlException {
                OptionalLong tick = ENGINE.recover(store, plans, tokens, cutsDamage);
                return tick.isPresent() ? OptionalLong.of(tick.getAsLong() + 1) : tick;
            }
        },
        LOSES_A_COMMITTED_RECORD {
            @Override
            public OptionalLong recover(
                    LogStore store, Reexecution.Plans plans, List<String> tokens, boolean cutsDamage)
                    throws PawlException {
                try {
                    cutLast(store, "ticks");
                } catch (StorageException e) {
                    throw new PawlException(Kind.USAGE, e);
                }
                return ENGINE.recover(store, plans, tokens, cutsDamage);
            }
        },
        LEAVES_THE_TAIL {
            @Override
            public OptionalLong recover(
                    LogStore store, Reexecution.Plans plans, List<String> tokens, boolean cutsDamage)
                    throws PawlException {
                return new Recovery(store, plans, _ -> tokens, cutsDamage)
                        .run(false)
                        .committedTick();
            }
        };

        private static void cutLast(LogStore store, String folder) throws StorageException {
            List<String> names = store.list(folder);
            if (!names.isEmpty()) {
                try (LogSegment log = store.open(names.getLast())) {
                    log.truncate(Math.max(0, log.sizeBytes() - 64));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenEngineIsFound(Broken broken) {
        assertThat(found(new SimulatedEngine(Optional.empty(), ToyPlan.STANDARD::plan, broken)))
                .isNotEmpty();
    }

    @Test
    void whatIsFoundNamesTickAndReason() {
        SimulatedEngine engine =
                new SimulatedEngine(Optional.empty(), ToyPlan.STANDARD::plan, Broken.LOSES_A_COMMITTED_RECORD);
        assertThat(found(engine)).anySatisfy(failure -> {
            assertThat(failure.tick()).isPositive();
            assertThat(failure).hasMessageContaining("was committed, and after");
        });
    }

    private static List<SimulationFailure> found(SimulatedEngine engine) {
        List<SimulationFailure> found = new ArrayList<>();
        for (long seed = 0; seed < SEEDS_UNTIL_FOUND; seed++) {
            try {
                run(engine, seed);
            } catch (SimulationFailure e) {
                found.add(e);
            } catch (Exception e) {
                throw new AssertionError("seed " + seed + ": " + e, e);
            }
        }
        return found;
    }

    private static EnginePlan withAdapters(EnginePlan plan) {
        return plan.withVenues(plan.venues().stream()
                .map(venue -> new EnginePlan.Venue(
                        venue.name(),
                        venue.pluginId(),
                        venue.pluginSha256(),
                        new Remembering(venue.adapter()),
                        venue.instruments()))
                .toList());
    }

    /** Passes every seventh frame over, as it counts them. */
    private static final class Remembering implements ExchangeAdapter {
        private final ExchangeAdapter adapter;
        private int frames;

        Remembering(ExchangeAdapter adapter) {
            this.adapter = adapter;
        }

        @Override
        public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
            if (++frames % 7 != 0) {
                adapter.decode(bytes, offset, length, sink);
            }
        }
    }

    /** An extractor that says something else besides. */
    private abstract static class Odd implements FeatureExtractor {
        private final FeatureExtractor sound = new ToyFeatures();

        @Override
        public int stateWords() {
            return sound.stateWords();
        }

        @Override
        public void extract(Token token, long tick, EventView events, StateBlock state, FeatureFrame frame) {
            sound.extract(token, tick, events, state, frame);
            frame.set(Feature.COMPRESSION, odd());
        }

        @Override
        public void restart(Token token, long tick, StateBlock state) {
            sound.restart(token, tick, state);
        }

        /** 0 to 1. */
        abstract double odd();
    }

    private static final class Counting extends Odd {
        private int calls;

        @Override
        double odd() {
            return ++calls % 100 / 100.0;
        }
    }

    private static final class Identified extends Odd {
        @Override
        double odd() {
            return System.identityHashCode(this) % 100 / 100.0;
        }
    }

    private static final class OfProcess extends Odd {
        private final int process;

        OfProcess(int process) {
            this.process = process;
        }

        @Override
        double odd() {
            return process % 10 / 10.0;
        }
    }
}
