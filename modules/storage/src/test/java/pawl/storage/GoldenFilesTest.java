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

/** The bytes of format 1.0 stay what they are: what is written now, and what was written once and must stay readable. */
class GoldenFilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final List<StateRegion> REGIONS =
            List.of(new StateRegion("canonical", 0, 2), new StateRegion("fsm", 2, 3));
    private static final long[] WORDS = {1, -1, Long.MIN_VALUE, Double.doubleToRawLongBits(0.5), 0x0102030405060708L};
    private static final String SNAPSHOT = new StoreName.Snapshot("BTCUSDT", TICK).text();

    private final HeapLogStore store = new HeapLogStore();

    @ParameterizedTest
    @CsvSource({
        "token-1.0.log, " + Samples.FAN_LOG,
        "tick-1.0.log, " + Samples.TICK_LOG,
        "1.0.snapshot, snapshots/BTCUSDT/6722612200.snapshot"
    })
    void areWhatIsWritten(String golden, String name) throws Exception {
        write();
        assertThat(store.files.get(name)).isEqualTo(bytes(golden));
    }

    @Test
    void areRead() throws Exception {
        write();
        List<String> tokenLines = FieldText.linesOf(store, Samples.FAN_LOG);
        List<String> tickLines = FieldText.linesOf(store, Samples.TICK_LOG);
        HeapLogStore stored = new HeapLogStore();
        stored.files.put(Samples.FAN_LOG, bytes("token-1.0.log"));
        stored.files.put(Samples.TICK_LOG, bytes("tick-1.0.log"));
        stored.files.put(SNAPSHOT, bytes("1.0.snapshot"));
        assertThat(FieldText.linesOf(stored, Samples.FAN_LOG)).hasSize(12).isEqualTo(tokenLines);
        assertThat(FieldText.linesOf(stored, Samples.TICK_LOG)).hasSize(3).isEqualTo(tickLines);
        long[] words = new long[5];
        SnapshotHeader header =
                new SnapshotStore(stored, Samples.IDENTITY).read(Samples.BTC, TICK, REGIONS, words, 0, 5);
        assertThat(words).isEqualTo(WORDS);
        assertThat(header.logRecords()).isEqualTo(10);
    }

    @Test
    void groupsAreWhatIsWritten() throws Exception {
        HeapLogStore groups = new HeapLogStore();
        Samples.writeGroups(groups);
        assertThat(groups.files.get(Samples.FAN_LOG)).isEqualTo(bytes("groups-1.0.log"));
    }

    @Test
    void hearingIsWhatIsWritten() throws Exception {
        HeapLogStore hearing = new HeapLogStore();
        Samples.writeHearing(hearing);
        assertThat(hearing.files.get(Samples.FAN_LOG)).isEqualTo(bytes("hearing-1.0.log"));
    }

    @Test
    void swapIsWhatIsWritten() throws Exception {
        HeapLogStore swap = new HeapLogStore();
        Samples.writeSwap(swap);
        assertThat(swap.files.get(Samples.FAN_LOG)).isEqualTo(bytes("swap-1.0.log"));
    }

    private void write() throws Exception {
        Samples.writeSample(store);
        new SnapshotStore(store, Samples.IDENTITY).write(Samples.BTC, TICK, 10, REGIONS, WORDS, 0, 5);
    }

    private static byte[] bytes(String golden) throws IOException {
        return Files.readAllBytes(GOLDEN.resolve(golden));
    }
}
