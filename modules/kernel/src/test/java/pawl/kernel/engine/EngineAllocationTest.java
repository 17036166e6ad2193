package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.token.Ticks;
import pawl.kernel.contract.PawlException;
import pawl.kernel.toy.ToyPlan;

/** From frame to log, an engine in its stride allocates nothing; only a token's step, which is rare, makes a record object. */
class EngineAllocationTest {
    private static final int WARM_UP_TICKS = 20_000;
    private static final int MEASURED_TICKS = 1_000;
    private static final byte[] FRAME = new byte[8];

    @Test
    void framesAndTicksAllocateNothing() throws Throwable {
        MethodHandle allocatedBytes = allocatedBytesOfThisThread();
        long tick = Ticks.firstOfDay(100);
        try (Engine engine = new Engine(plan(), new Sink(), refusal -> {
            throw new IllegalStateException(refusal);
        })) {
            for (int i = 0; i < WARM_UP_TICKS; i++) {
                run(engine, ++tick);
            }
            long least = Long.MAX_VALUE; // What a JIT adds now and then is not the engine's.
            for (int repeat = 0; repeat < 5; repeat++) {
                long before = (long) allocatedBytes.invokeExact();
                for (int i = 0; i < MEASURED_TICKS; i++) {
                    run(engine, ++tick);
                }
                least = Math.min(least, (long) allocatedBytes.invokeExact() - before);
            }
            assertThat(least).as("bytes in %d ticks", MEASURED_TICKS).isZero();
            assertThat(engine.counts().events(EventKind.TRADE)).isGreaterThan(4 * MEASURED_TICKS);
            assertThat(engine.counts().events(EventKind.BOOK_TICKER)).isGreaterThan(4 * MEASURED_TICKS);
            assertThat(engine.counts().transitions()).isZero();
        }
    }

    private static void run(Engine engine, long tick) throws PawlException {
        for (int frame = 0; frame < 4; frame++) {
            FRAME[0] = (byte) frame;
            engine.frame(frame & 1, tick, FRAME, 0, FRAME.length);
        }
        engine.closeThrough(tick);
    }

    /** The toys, but for venues whose adapters allocate nothing. */
    private static EnginePlan plan() {
        EnginePlan toys =
                ToyPlan.STANDARD.withSnapshotEveryTicks(Ticks.TICKS_PER_DAY).plan();
        List<EnginePlan.Venue> venues = toys.venues().stream()
                .map(venue -> new EnginePlan.Venue(venue.name(), venue.pluginId(), adapter(), venue.instruments()))
                .toList();
        return new EnginePlan(
                venues,
                toys.tokens(),
                toys.identity(),
                toys.features(),
                toys.tiers(),
                toys.tokenTable(),
                toys.dissipation(),
                toys.heatWeights(),
                toys.releaseWeights(),
                toys.conflatesBookTicker(),
                toys.staleAfterTicks(),
                toys.gapHoldTicks(),
                toys.outageTicks(),
                toys.snapshotEveryTicks());
    }

    /** A quote and a sale of AAA or BBB in each frame. */
    private static ExchangeAdapter adapter() {
        long[] id = new long[1];
        return (bytes, offset, length, sink) -> {
            id[0]++;
            int instrument = bytes[offset] & 1;
            sink.bookTicker(instrument, 1_000 + id[0], id[0], 100, 1, 101, 1, 0);
            sink.trade(instrument, 1_000 + id[0], id[0], id[0], 0, 100, 1, EventFlag.TAKER_SOLD);
        };
    }

    /** Looked up by name, because this module does not read the one that holds it, and has no other reason to. */
    private static MethodHandle allocatedBytesOfThisThread() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return MethodHandles.publicLookup()
                .findVirtual(
                        Class.forName("com.sun.management.ThreadMXBean"),
                        "getCurrentThreadAllocatedBytes",
                        MethodType.methodType(long.class))
                .bindTo(threads);
    }

    /** Takes everything and keeps only how much it was. */
    private static final class Sink implements LogStore {
        @Override
        public LogSegment open(String name) {
            return new Segment(name);
        }

        @Override
        public boolean exists(String name) {
            return false;
        }

        @Override
        public List<String> list(String folder) {
            return List.of();
        }

        @Override
        public void replace(String name, byte[] bytes, int offset, int length) {}

        @Override
        public void delete(String name) {}

        @Override
        public void close() {}
    }

    private static final class Segment implements LogSegment {
        private final String name;
        private long sizeBytes;

        Segment(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        @Override
        public void append(byte[] bytes, int offset, int length) {
            sizeBytes += length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            return 0;
        }

        @Override
        public void truncate(long newSizeBytes) {
            sizeBytes = newSizeBytes;
        }

        @Override
        public void force() {}

        @Override
        public void close() {}
    }
}
