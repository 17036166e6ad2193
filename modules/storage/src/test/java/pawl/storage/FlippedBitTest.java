package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bit, any bit, does not go unseen (D9). */
class FlippedBitTest {
    private final HeapLogStore store = new HeapLogStore();

    @ParameterizedTest
    @ValueSource(strings = {Samples.BTC_LOG, Samples.TICK_LOG})
    void inALog(String name) throws Exception {
        Samples.writeSample(store);
        byte[] bytes = store.files.get(name);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            StorageFormatException seen = failureOfReading(name);
            assertThat(seen).as("bit %d of %s", bit, name).isNotNull();
            assertThat(seen.name()).isEqualTo(name);
            if (bit / 8 >= LogHeader.HEADER_BYTES) {
                assertThat(seen.offset()).isEqualTo(bit / 8 / 64 * 64);
            }
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(failureOfReading(name)).isNull();
    }

    @Test
    void inASnapshot() throws Exception {
        List<StateRegion> regions = List.of(new StateRegion("fsm", 0, 3));
        SnapshotStore snapshots = new SnapshotStore(store, Samples.IDENTITY);
        snapshots.write(Samples.BTC, Samples.TICK, 5, regions, new long[] {1, 2, 3}, 0, 3);
        byte[] bytes = store.files.firstEntry().getValue();
        long[] into = {7, 7, 7};
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(StorageFormatException.class)
                    .as("bit %d", bit)
                    .isThrownBy(() -> snapshots.read(Samples.BTC, Samples.TICK, regions, into, 0, 3));
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(into).containsExactly(7, 7, 7);
    }

    private StorageFormatException failureOfReading(String name) throws Exception {
        try (LogReader reader = LogReader.open(store, name)) {
            while (reader.next()) {
                assertThat(reader.record().type()).isNotNull();
            }
            return null;
        } catch (StorageFormatException e) {
            return e;
        }
    }
}
