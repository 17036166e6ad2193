package pawl.kernel.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import pawl.api.token.Ticks;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.contract.SnapshotDifference;
import pawl.kernel.contract.ValueDifference;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.RandomFrames;
import pawl.kernel.toy.ToyPlan;
import pawl.kernel.toy.ToyRun;
import pawl.storage.ConfigurationFiles;
import pawl.storage.FormatVersion;
import pawl.storage.LogCatalog;
import pawl.storage.SnapshotStore;
import pawl.storage.StateRegion;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** Copies of a run that no engine wrote, or that other settings made. */
class AlteredRunTest {
    private static final int HEADER_BYTES = 4096;
    private static final int RECORD_BYTES = 64;
    private static final int SNAPSHOT_HEADER_BYTES = 512;
    private static final long DAY = Ticks.epochDay(LoggedTick.FIRST_TICK);
    private static final String TOKEN_LOG = new StoreName.TokenLog("AAA", DAY).text();
    private static final String TICK_LOG = new StoreName.TickLog(DAY).text();

    /** Its checksum was made to fit, the tick log not. */
    @Test
    void tellsOfARecordThatNoHashKnows() throws Exception {
        HeapLogStore left = logged();
        HeapLogStore right = left.copy();
        alter(right, TOKEN_LOG, 3, 32);

        RunDifferences found = RunComparison.of(left, right);

        assertThat(found.divergence().orElseThrow().token()).isEqualTo("AAA");
        assertThat(found.damage())
                .anyMatch(line -> line.startsWith("the running hashes say that the day is the same"))
                .anyMatch(line -> line.startsWith("right: " + TICK_LOG) && line.contains("checksums that add up to"))
                .anyMatch(line -> line.startsWith("right: ") && line.contains("does not follow from its records"))
                .noneMatch(line -> line.startsWith("left: "));
    }

    @Test
    void tellsOfAHashThatNoRecordExplains() throws Exception {
        HeapLogStore left = logged();
        HeapLogStore right = left.copy();
        long last = (right.bytes(TICK_LOG).length - HEADER_BYTES) / RECORD_BYTES - 1;
        alter(right, TICK_LOG, last, 56);

        RunDifferences found = RunComparison.of(left, right);

        assertThat(found.divergence()).isEmpty();
        assertThat(found.isNone()).isFalse();
        assertThat(found.damage())
                .anyMatch(line -> line.contains("and no record of it does"))
                .anyMatch(line -> line.startsWith("right: ") && line.contains("does not follow from its records"));
    }

    @Test
    void stopsAtBytesThatFailTheirChecksum() throws Exception {
        HeapLogStore left = logged();
        HeapLogStore right = left.copy();
        byte[] bytes = right.bytes(TICK_LOG);
        bytes[bytes.length - 20] ^= 1;
        right.replace(TICK_LOG, bytes, 0, bytes.length);

        assertThatThrownBy(() -> RunComparison.of(left, right))
                .isInstanceOf(StorageFormatException.class)
                .hasMessageContaining(TICK_LOG + " at byte ");
    }

    /** As a kill leaves it: what is behind the last tick committed never happened. */
    @Test
    void passesOverWhatWasNotCommitted() throws Exception {
        HeapLogStore left = logged();
        HeapLogStore right = left.copy();
        String last = new StoreName.TokenLog("AAA", DAY + 1).text();
        byte[] torn = Arrays.copyOf(right.bytes(last), right.bytes(last).length + 40);
        right.replace(last, torn, 0, torn.length);

        assertThat(RunComparison.of(left, right).isNone()).isTrue();
    }

    @Test
    void namesTheWordOfASnapshot() throws Exception {
        HeapLogStore left = ToyRun.straightThrough(ToyPlan.STANDARD, RandomFrames.of(7, 100));
        HeapLogStore right = left.copy();
        assertThat(RunComparison.of(left, right).isNone()).isTrue();
        StoreName.Snapshot name = LogCatalog.of(right).snapshots().getFirst();
        StateRegion machine =
                SnapshotStore.forReading(right).inspect(name.tokenName(), name.tick()).header().regions().stream()
                        .filter(region -> region.name().equals("machine"))
                        .findFirst()
                        .orElseThrow();
        alterWord(right, name.text(), machine.firstWord() + 3);

        RunDifferences found = RunComparison.of(left, right);

        assertThat(found.divergence()).isEmpty();
        SnapshotDifference difference = found.snapshot().orElseThrow();
        assertThat(difference.token()).isEqualTo(name.tokenName());
        assertThat(difference.tick()).isEqualTo(name.tick());
        assertThat(difference.region()).isEqualTo("machine");
        assertThat(difference.word()).isEqualTo(3);
        assertThat(difference.fields()).extracting(ValueDifference::name).containsExactly("dwellTicks");
    }

    @Test
    void namesASnapshotThatOnlyOneHas() throws Exception {
        HeapLogStore left = ToyRun.straightThrough(ToyPlan.STANDARD, RandomFrames.of(7, 100));
        HeapLogStore right = left.copy();
        String name = LogCatalog.of(right).snapshots().getFirst().text();
        right.delete(name);

        assertThat(RunComparison.of(left, right).headers())
                .containsExactly(new ValueDifference(name, Optional.of("there"), Optional.empty()));
    }

    @Test
    void namesTheSettingsThatDiffer() throws Exception {
        HeapLogStore left = new HeapLogStore();
        HeapLogStore right = new HeapLogStore();
        ToyRun.through(plan(left, "{\"tiers\":[{\"m\":1.5}]}"), left, RandomFrames.of(8, 50), Long.MAX_VALUE);
        ToyRun.through(plan(right, "{\"tiers\":[{\"m\":1.25}]}"), right, RandomFrames.of(8, 50), Long.MAX_VALUE);

        RunDifferences found = RunComparison.of(left, right);

        assertThat(found.divergence()).isEmpty();
        assertThat(found.snapshot()).isEmpty();
        assertThat(found.headers()).hasSize(2);
        assertThat(found.headers().getFirst().name()).isEqualTo("configuration");
        assertThat(found.headers().getLast())
                .isEqualTo(new ValueDifference("configuration /tiers/0/m", Optional.of("1.5"), Optional.of("1.25")));
    }

    private static ToyPlan plan(HeapLogStore store, String json) throws Exception {
        return ToyPlan.STANDARD.withConfigurationSha256(
                ConfigurationFiles.write(store, json.getBytes(StandardCharsets.UTF_8)));
    }

    private static HeapLogStore logged() throws Exception {
        HeapLogStore store = new HeapLogStore();
        List<LoggedTick> ticks = LoggedTick.random(9, 300);
        LoggedTick.write(store, ticks, FormatVersion.CURRENT);
        return store;
    }

    /** Changes a byte of a record and makes its checksum fit, as docs/format.md has it. */
    private static void alter(HeapLogStore store, String name, long sequence, int byteOfRecord) throws Exception {
        byte[] bytes = store.bytes(name);
        int at = HEADER_BYTES + (int) sequence * RECORD_BYTES;
        bytes[at + byteOfRecord] ^= 1;
        ByteBuffer sum = ByteBuffer.allocate(76).order(ByteOrder.LITTLE_ENDIAN);
        sum.putLong(sequence)
                .putLong(DAY)
                .put(bytes, at, 4)
                .put(bytes, at + 8, 56)
                .flip();
        CRC32C crc = new CRC32C();
        crc.update(sum);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at + 4, (int) crc.getValue());
        store.replace(name, bytes, 0, bytes.length);
    }

    /** Changes a word of a snapshot and makes its hash fit. */
    private static void alterWord(HeapLogStore store, String name, int word) throws Exception {
        byte[] bytes = store.bytes(name);
        bytes[SNAPSHOT_HEADER_BYTES + word * Long.BYTES] ^= 1;
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes, 0, bytes.length - 32);
        sha256.digest(bytes, bytes.length - 32, 32);
        store.replace(name, bytes, 0, bytes.length);
    }
}
