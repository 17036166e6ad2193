package pawl.kernel.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RecoveryReport;
import pawl.kernel.toy.ChangingFrames;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyFrame;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecordView;

/** What a loss of power leaves of each file, and what nothing but damage does. */
class PowerLossTest {
    private static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("pawl.seeds", 100));
    }

    /** Each file has lost some of what came after the oldest snapshots: cut off, or never written though its size was. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void filesThatLostTheirEndsGoOnAsIfTheyHadNot(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<ToyFrame> frames = ChangingFrames.of(seed, 60);
        HeapLogStore straight = ToyRun.straightThrough(PLAN, frames);
        HeapLogStore lost = new HeapLogStore();
        long writes = ToyKill.writesOf(PLAN, new HeapLogStore(), frames);
        KilledStore dying = new KilledStore(lost, writes / 4 + random.nextLong(writes / 2), random.nextDouble());
        ToyKill.run(PLAN, dying, frames);
        loseEnds(lost, random);
        RecoveryReport report = recover(lost, false);
        assertThat(recover(lost, false).isClean()).as(report.toString()).isTrue();
        ToyRun.through(PLAN, lost, frames, Long.MAX_VALUE);
        SameButAside.assertSame(lost, straight);
    }

    private static void loseEnds(HeapLogStore store, SplittableRandom random) throws Exception {
        long forcedTick = oldestSnapshot(store);
        for (String name : store.names()) {
            if (name.endsWith(".log")) {
                loseEnd(store, name, bytesThrough(store, name, forcedTick), random);
            }
        }
    }

    private static void loseEnd(HeapLogStore store, String name, int kept, SplittableRandom random) throws Exception {
        byte[] bytes = store.bytes(name);
        int from = kept + random.nextInt(bytes.length - kept + 1);
        switch (random.nextInt(3)) {
            case 0 -> put(store, name, Arrays.copyOf(bytes, from));
            case 1 -> {
                int wholeRecords = from / RecordView.BYTES * RecordView.BYTES;
                Arrays.fill(bytes, Math.max(kept, wholeRecords), bytes.length, (byte) 0);
                put(store, name, bytes);
            }
            default -> {
                // It came to the disk whole.
            }
        }
    }

    /** Of the ticks that every token has a snapshot of, the oldest; -1 where there is none. */
    private static long oldestSnapshot(HeapLogStore store) {
        Map<Long, Integer> counts = new TreeMap<>();
        for (String name : store.names()) {
            if (name.startsWith("snapshots/")) {
                counts.merge(Long.valueOf(name.replaceAll(".*/|\\.snapshot", "")), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() == ToyPlan.TOKENS.size())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(-1L);
    }

    private static int bytesThrough(HeapLogStore store, String name, long tick) throws Exception {
        if (store.bytes(name).length < LogHeader.HEADER_BYTES) {
            return 0;
        }
        try (LogReader reader = LogReader.open(store, name)) {
            long records = reader.recordsThrough(tick);
            return records == 0 ? 0 : (int) (LogHeader.HEADER_BYTES + records * RecordView.BYTES);
        }
    }

    /** A bit in the midst of what recovery reads is no crash's: nothing is changed, and the place is named. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlippedBitIsRefusedAndNothingIsChanged(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<ToyFrame> frames = ChangingFrames.of(seed, 60);
        HeapLogStore store = new HeapLogStore();
        KilledStore dying = new KilledStore(store, 40 + random.nextInt(60), 1);
        ToyKill.run(PLAN, dying, frames);
        RecoveryReport sound = recover(store.copy(), false);
        List<String> logs = store.names().stream()
                .filter(file -> file.endsWith(".log") && store.bytes(file).length > 0)
                .toList();
        String name = logs.get(random.nextInt(logs.size()));
        byte[] bytes = store.bytes(name);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        put(store, name, bytes);
        HeapLogStore before = store.copy();
        try {
            RecoveryReport report = recover(store, false);
            // What comes before the newest snapshots is not read, and what was not committed is moved away as it is.
            assertThat(report.committedTick()).as("%s at byte %d", name, at).isEqualTo(sound.committedTick());
        } catch (PawlException e) {
            assertThat(e).hasMessageContaining(name).hasMessageContaining("pawl repair");
            assertThat(e.kind()).isEqualTo(Kind.BAD_DATA);
            SameButAside.assertSame(store, before);
            assertThat(store.names()).isEqualTo(before.names());
            recover(store, true);
            assertThat(recover(store, false).isClean()).isTrue();
        }
    }

    @Test
    void aLogThatWasRemovedIsNoCrash() throws Exception {
        HeapLogStore store = ToyRun.straightThrough(PLAN, ChangingFrames.of(5, 60));
        for (String name : store.names()) {
            if (name.startsWith("logs/AAA/")) {
                store.delete(name);
            }
        }
        List<String> before = store.names();
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> recover(store, false))
                .withMessageContaining("a log was cut, exchanged or removed")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.BAD_DATA));
        assertThat(store.names()).isEqualTo(before);
    }

    private static void put(HeapLogStore store, String name, byte[] bytes) throws Exception {
        store.replace(name, bytes, 0, bytes.length);
    }

    private static RecoveryReport recover(HeapLogStore store, boolean cutsDamage) throws PawlException {
        return new Recovery(store, (configuration, header) -> PLAN.plan(), ToyKill.TOKENS, cutsDamage).run(true);
    }
}
