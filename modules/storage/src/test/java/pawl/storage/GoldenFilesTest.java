package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static pawl.storage.Samples.TICK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of each version of the format stay what they are: what is written now, and what was written once and must stay readable. */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<StateRegion> REGIONS =
            List.of(new StateRegion("canonical", 0, 2), new StateRegion("fsm", 2, 3));
    private static final long[] WORDS = {1, -1, Long.MIN_VALUE, Double.doubleToRawLongBits(0.5), 0x0102030405060708L};
    private static final String SNAPSHOT = new StoreName.Snapshot("BTCUSDT", TICK).text();

    private final HeapLogStore store = new HeapLogStore();

    /** Samples of one kind. */
    enum Sample {
        EVENTS(Samples::writeSample),
        GROUPS(Samples::writeGroups),
        HEARING(Samples::writeHearing),
        SWAP(Samples::writeSwap);

        private final Writing writing;

        Sample(Writing writing) {
            this.writing = writing;
        }
    }

    private interface Writing {
        void write(HeapLogStore store, FormatVersion version) throws Exception;
    }

    @ParameterizedTest
    @CsvSource({
        "EVENTS, 1, token-1.1.log, " + Samples.FAN_LOG,
        "EVENTS, 1, tick-1.1.log, " + Samples.TICK_LOG,
        "GROUPS, 1, groups-1.1.log, " + Samples.FAN_LOG,
        "HEARING, 1, hearing-1.1.log, " + Samples.FAN_LOG,
        "SWAP, 1, swap-1.1.log, " + Samples.FAN_LOG,
        "SWAP, 1, swap-tick-1.1.log, " + Samples.TICK_LOG,
        "EVENTS, 0, token-1.0.log, " + Samples.FAN_LOG,
        "EVENTS, 0, tick-1.0.log, " + Samples.TICK_LOG,
        "GROUPS, 0, groups-1.0.log, " + Samples.FAN_LOG,
        "HEARING, 0, hearing-1.0.log, " + Samples.FAN_LOG,
        "SWAP, 0, swap-1.0.log, " + Samples.FAN_LOG
    })
    void areWhatIsWritten(Sample sample, int minor, String golden, String name) throws Exception {
        sample.writing.write(store, new FormatVersion(1, minor, 0));
        assertThat(store.files.get(name)).isEqualTo(bytes(golden));
    }

    @Test
    void aSnapshotIsWhatIsWritten() throws Exception {
        new SnapshotStore(store, Samples.IDENTITY).write(Samples.BTC, TICK, 10, REGIONS, WORDS, 0, 5);
        assertThat(store.files.get(SNAPSHOT)).isEqualTo(bytes("1.1.snapshot"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void areRead(int minor) throws Exception {
        Samples.writeSample(store, new FormatVersion(1, minor, 0));
        List<String> tokenLines = FieldText.linesOf(store, Samples.FAN_LOG);
        List<String> tickLines = FieldText.linesOf(store, Samples.TICK_LOG);
        HeapLogStore stored = new HeapLogStore();
        stored.files.put(Samples.FAN_LOG, bytes("token-1." + minor + ".log"));
        stored.files.put(Samples.TICK_LOG, bytes("tick-1." + minor + ".log"));
        stored.files.put(SNAPSHOT, bytes("1." + minor + ".snapshot"));
        assertThat(FieldText.linesOf(stored, Samples.FAN_LOG)).hasSize(12).isEqualTo(tokenLines);
        assertThat(FieldText.linesOf(stored, Samples.TICK_LOG)).hasSize(3).isEqualTo(tickLines);
        long[] words = new long[5];
        SnapshotHeader header =
                new SnapshotStore(stored, Samples.IDENTITY).read(Samples.BTC, TICK, REGIONS, words, 0, 5);
        assertThat(words).isEqualTo(WORDS);
        assertThat(header.logRecords()).isEqualTo(10);
    }

    /** What is there of an earlier minor version is gone on with as such; the next day is of the current one. */
    @Test
    void aDayOfTheFirstVersionIsGoneOnWithAsSuch() throws Exception {
        HeapLogStore straight = new HeapLogStore();
        for (HeapLogStore each : List.of(store, straight)) {
            try (EngineLog log = new EngineLog(each, Samples.IDENTITY, Samples.TOKENS, 1)) {
                log.beginFilesAs(FormatVersion.FIRST);
                log.events(0, TICK, Samples.events());
                log.commit(TICK, TICK);
                if (each == straight) {
                    goOn(log);
                }
            }
        }
        try (EngineLog log = new EngineLog(store, Samples.IDENTITY, Samples.TOKENS, 1)) {
            goOn(log);
        }
        assertThat(StoreDigest.of(store)).isEqualTo(StoreDigest.of(straight));
        try (EngineLog log = new EngineLog(store, Samples.IDENTITY, Samples.TOKENS, 1)) {
            log.commit(TICK + 345_600, TICK);
        }
        try (LogReader today = LogReader.open(store, Samples.TICK_LOG);
                LogReader tomorrow = LogReader.open(store, new StoreName.TickLog(Samples.DAY + 1).text())) {
            assertThat(today.header().version()).isEqualTo(FormatVersion.FIRST);
            assertThat(tomorrow.header().version()).isEqualTo(FormatVersion.CURRENT);
        }
    }

    private static void goOn(EngineLog log) throws Exception {
        log.events(1, TICK + 1, Samples.events());
        log.commit(TICK + 1, TICK + 1);
    }

    private static byte[] bytes(String golden) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(golden));
    }
}
