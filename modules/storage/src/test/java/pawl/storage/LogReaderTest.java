package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pawl.storage.Samples.BTC_LOG;
import static pawl.storage.Samples.DAY;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;
import static pawl.storage.Samples.TICK_LOG;
import static pawl.storage.Samples.TOKENS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.storage.StorageException;
import pawl.storage.StorageFormatException.Kind;

class LogReaderTest {
    private final HeapLogStore store = new HeapLogStore();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesBackWhatWasAppended(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        List<EventBatch> appended = new ArrayList<>();
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, random.nextInt(1, 9))) {
            for (int i = 0; i < 60; i++) {
                EventBatch events = Samples.randomEvents(random, random.nextInt(50));
                log.events(0, TICK + i, events);
                log.events(1, TICK + i, Samples.randomEvents(random, random.nextInt(50)));
                if (random.nextBoolean()) {
                    log.transition(0, TICK + i, Samples.TRANSITION);
                }
                log.commit(TICK + i, TICK + i);
                appended.add(events);
            }
        }
        EventBatch read = new EventBatch();
        try (LogReader reader = LogReader.open(store, BTC_LOG)) {
            TickInputs inputs = new TickInputs(reader);
            for (int i = 0; i < 60; i++) {
                inputs.read(TICK + i, read);
                assertSame(appended.get(i), read);
            }
            assertThat(inputs.nextTick()).isEqualTo(TickInputs.END);
        }
    }

    @Test
    void inputsLeaveOutDecisionsAndTicksPassedOver() throws Exception {
        Samples.writeSample(store);
        EventBatch read = new EventBatch();
        try (LogReader reader = LogReader.open(store, Samples.FAN_LOG)) {
            TickInputs inputs = new TickInputs(reader);
            assertThat(inputs.nextTick()).isEqualTo(TICK);
            inputs.read(TICK + 1, read);
            assertThat(read.size()).isZero();
            assertThat(inputs.nextTick()).isEqualTo(TICK + 2);
            inputs.read(TICK + 2, read);
            assertSame(Samples.events(), read);
        }
    }

    @Test
    void tellsWhatTheHeaderSays() throws Exception {
        Samples.writeSample(store);
        try (LogReader reader = LogReader.open(store, BTC_LOG)) {
            assertThat(reader.header()).isEqualTo(LogHeader.ofToken(FormatVersion.CURRENT, Samples.BTC, DAY, IDENTITY));
        }
        try (LogReader reader = LogReader.open(store, TICK_LOG)) {
            assertThat(reader.header()).isEqualTo(LogHeader.ofTicks(FormatVersion.CURRENT, DAY, IDENTITY));
        }
    }

    @Test
    void givesBackDecisions() throws Exception {
        Samples.writeSample(store);
        try (LogReader reader = LogReader.open(store, Samples.FAN_LOG)) {
            RecordView record = reader.record();
            reader.next();
            assertThat(record.type()).isEqualTo(RecordType.OUTAGE);
            assertThat(record.firstMissingTick()).isEqualTo(TICK - 900);
            assertThat(record.lastMissingTick()).isEqualTo(TICK - 1);
            for (int i = 0; i < 10; i++) {
                reader.next();
            }
            assertThat(record.transition()).isEqualTo(Samples.TRANSITION);
            reader.next();
            assertThat(record.tierFrom()).isEqualTo(2);
            assertThat(record.tierTo()).isZero();
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void aTornTailIsReportedBehindAllThatIsWhole() throws Exception {
        Samples.writeSample(store);
        byte[] whole = store.files.get(BTC_LOG);
        for (int size = 0; size < whole.length; size++) {
            store.files.put(BTC_LOG, Arrays.copyOf(whole, size));
            int records = Math.max(0, (size - 4096) / 64);
            boolean isTorn = size < 4096 || (size - 4096) % 64 != 0;
            StorageFormatException torn = readUntilFailure(BTC_LOG, isTorn ? records : records + 1);
            assertThat(torn == null).as("size %d", size).isEqualTo(!isTorn);
            if (torn != null) {
                assertThat(torn.kind()).isEqualTo(Kind.TRUNCATED);
                assertThat(torn.offset()).isEqualTo(size < 4096 ? size : 4096 + records * 64L);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, TOO_OLD, pawl archive --major", "2, TOO_NEW, use the release that wrote it or a newer one"})
    void refusesAnotherMajorVersion(int major, Kind kind, String remedy) throws Exception {
        Samples.writeSample(store);
        store.files.get(BTC_LOG)[8] = (byte) major;
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> LogReader.open(store, BTC_LOG))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                .withMessageContaining(major + ".1.0 found")
                .withMessageContaining(remedy);
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1)) {
            log.events(0, TICK + 3, Samples.events());
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 3, TICK + 3))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
        }
    }

    @Test
    void passesOverTypesOfANewerMinorVersion() throws Exception {
        Samples.writeSample(store);
        byte[] bytes = store.files.get(BTC_LOG);
        bytes[4096 + 64] = 99;
        LittleEndian.putInt(bytes, 4096 + 64 + 4, new RecordChecksum().of(bytes, 4096 + 64, 1, DAY));
        assertThat(readUntilFailure(BTC_LOG, 1))
                .hasMessageContaining("no record type has the code 99")
                .satisfies(e -> assertThat(e.offset()).isEqualTo(4096 + 64));
        setMinor(bytes, 2);
        try (LogReader reader = LogReader.open(store, BTC_LOG)) {
            int known = 0;
            while (reader.next()) {
                known++;
            }
            assertThat(known).isEqualTo(9);
            assertThat(reader.unknownRecords()).isEqualTo(1);
        }
        try (EngineLog log = new EngineLog(store, IDENTITY, TOKENS, 1)) {
            log.events(0, TICK + 3, Samples.events());
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 3, TICK + 3))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.TOO_NEW))
                    .withMessageContaining("it is of format 1.2.0, and this build writes 1.1.0");
        }
    }

    @Test
    void aTypeIsUnknownBeforeTheVersionThatBroughtIt() throws Exception {
        Samples.writeSwap(store);
        try (LogReader reader = LogReader.open(store, TICK_LOG)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.record().type()).isEqualTo(RecordType.ADAPTER_STATE);
        }
        setMinor(store.files.get(TICK_LOG), 0);
        assertThat(readUntilFailure(TICK_LOG, 0)).hasMessageContaining("no record type has the code 41");
    }

    private static void setMinor(byte[] bytes, int minor) {
        bytes[10] = (byte) minor;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 4092);
        LittleEndian.putInt(bytes, 4092, (int) crc.getValue());
    }

    @Test
    void aSoundRecordInAnotherPlaceIsCorrupt() throws Exception {
        Samples.writeSample(store);
        byte[] bytes = store.files.get(BTC_LOG);
        System.arraycopy(bytes, 4096, bytes, 4096 + 128, 64);
        assertThat(readUntilFailure(BTC_LOG, 2).kind()).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void aLogUnderAnotherNameIsRefused() throws Exception {
        Samples.writeSample(store);
        String moved = BTC_LOG.replace("04-05", "04-06");
        store.files.put(moved, store.files.get(BTC_LOG));
        assertThat(readUntilFailure(moved, 0).kind()).isEqualTo(Kind.MISMATCH);
    }

    @Test
    void whatIsNoLogIsSaidToBeNone() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> LogReader.open(store, BTC_LOG))
                .withMessageContaining("no such log");
        assertThat(store.files).isEmpty();
        store.files.put(BTC_LOG, new byte[8192]);
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> LogReader.open(store, BTC_LOG))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CORRUPT));
    }

    /** Reads to the end or a failure, which must come after that many records; null where there is none. */
    private StorageFormatException readUntilFailure(String name, int records) throws Exception {
        int read = 0;
        try (LogReader reader = LogReader.open(store, name)) {
            while (reader.next()) {
                read++;
            }
        } catch (StorageFormatException e) {
            assertThat(read).isEqualTo(records);
            return e;
        }
        return null;
    }

    private static void assertSame(EventBatch expected, EventBatch actual) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.kind(i)).isEqualTo(expected.kind(i));
            assertThat(actual.venueIndex(i)).isEqualTo(expected.venueIndex(i));
            assertThat(actual.flags(i)).isEqualTo(expected.flags(i));
            for (int word = 0; word < EventBatch.PAYLOAD_WORDS; word++) {
                assertThat(actual.payload(i, word)).isEqualTo(expected.payload(i, word));
            }
        }
    }
}
