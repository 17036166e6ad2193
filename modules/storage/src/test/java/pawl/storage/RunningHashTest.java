package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.storage.Samples.TICK;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningHashTest {
    /** As docs/format.md says, from what is in the files. */
    @Test
    void isWhatTheRecordsOfTheDayGive() throws Exception {
        HeapLogStore store = new HeapLogStore();
        Samples.writeSample(store);
        RunningHash hash = new RunningHash();
        try (LogReader ticks = LogReader.open(store, Samples.TICK_LOG)) {
            while (ticks.next()) {
                long tick = ticks.record().tick();
                add(hash, store, Samples.FAN_LOG, tick);
                add(hash, store, Samples.BTC_LOG, tick);
                assertThat(ticks.record().runningHash())
                        .isEqualTo(hash.endTick(
                                tick,
                                ticks.record().tickRecords(),
                                ticks.record().lastFrameTick()));
            }
        }
    }

    @Test
    void goesOnWhereItWasLeft() throws Exception {
        List<Long> straight = hashes(false);
        assertThat(hashes(true)).isEqualTo(straight);
        assertThat(straight).doesNotHaveDuplicates();
    }

    @Test
    void otherRecordsOrTheSameOfAnotherTokenGiveAnother() {
        List<Long> values = new ArrayList<>();
        for (int[] record : new int[][] {{1, 7}, {2, 7}, {1, 8}, {0, 7}, {7, 1}}) {
            RunningHash hash = new RunningHash();
            hash.add(record[0], record[1]);
            values.add(hash.endTick(5, 1, 5));
        }
        values.add(new RunningHash().endTick(5, 1, 5));
        values.add(new RunningHash().endTick(5, 1, 4));
        values.add(new RunningHash().endTick(4, 1, 5));
        values.add(new RunningHash().endTick(5, 5, 1));
        assertThat(values).doesNotHaveDuplicates();
    }

    /** Adapters are of the tick log, which no name of a token can be taken for. */
    @Test
    void whatAdaptersAreCounts() throws Exception {
        HeapLogStore store = new HeapLogStore();
        Samples.writeSwap(store);
        RunningHash hash = new RunningHash();
        try (LogReader ticks = LogReader.open(store, Samples.TICK_LOG)) {
            assertThat(ticks.next()).isTrue();
            assertThat(ticks.record().type()).isEqualTo(RecordType.ADAPTER_STATE);
            assertThat(ticks.record().venueIndex()).isEqualTo(1);
            assertThat(ticks.record().adapterStateWord(0)).isEqualTo(260);
            assertThat(ticks.record().adapterStateWord(5)).isEqualTo(Long.MIN_VALUE);
            hash.add(0, ticks.record().checksum());
            add(hash, store, Samples.FAN_LOG, TICK);
            assertThat(ticks.next()).isTrue();
            assertThat(ticks.record().tickRecords()).isEqualTo(6);
            assertThat(ticks.record().runningHash()).isEqualTo(hash.endTick(TICK, 6, TICK));
        }
    }

    private static List<Long> hashes(boolean stops) throws Exception {
        HeapLogStore store = new HeapLogStore();
        EngineLog log = new EngineLog(store, Samples.IDENTITY, Samples.TOKENS, 2);
        for (long tick = TICK; tick < TICK + 9; tick++) {
            log.events((int) (tick % 2), tick, Samples.events());
            log.commit(tick, TICK);
            if (stops) {
                log.close();
                log = new EngineLog(store, Samples.IDENTITY, Samples.TOKENS, 3);
            }
        }
        log.close();
        List<Long> hashes = new ArrayList<>();
        try (LogReader ticks = LogReader.open(store, Samples.TICK_LOG)) {
            while (ticks.next()) {
                hashes.add(ticks.record().runningHash());
            }
        }
        return hashes;
    }

    private static void add(RunningHash hash, HeapLogStore store, String name, long tick) throws Exception {
        if (!store.exists(name)) {
            return;
        }
        try (LogReader reader = LogReader.open(store, name)) {
            while (reader.next()) {
                if (reader.record().tick() == tick) {
                    hash.add(
                            RunningHash.logKey(reader.header().tokenName()),
                            reader.record().checksum());
                }
            }
        }
    }
}
