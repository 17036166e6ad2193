package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static pawl.storage.Samples.BTC_LOG;
import static pawl.storage.Samples.DAY;
import static pawl.storage.Samples.FAN_LOG;
import static pawl.storage.Samples.IDENTITY;
import static pawl.storage.Samples.TICK;
import static pawl.storage.Samples.TICK_LOG;
import static pawl.storage.Samples.TOKENS;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.storage.StorageFormatException.Kind;

class EngineLogTest {
    private final HeapLogStore store = new HeapLogStore();

    @Test
    void aTickLeavesMemoryOnlyOnceCommitted() throws Exception {
        try (EngineLog log = newLog(1)) {
            log.events(0, TICK, Samples.events());
            log.flush();
            assertThat(store.files).isEmpty();
            log.commit(TICK, TICK);
            assertThat(store.files).containsOnlyKeys(BTC_LOG, TICK_LOG);
            assertThat(store.files.get(BTC_LOG)).hasSize(4096 + 9 * 64);
            assertThat(store.files.get(TICK_LOG)).hasSize(4096 + 64);
        }
    }

    @Test
    void whatWasNotCommittedIsGone() throws Exception {
        try (EngineLog log = newLog(100)) {
            log.events(0, TICK, Samples.events());
            log.commit(TICK, TICK);
            log.events(0, TICK + 1, Samples.events());
            log.events(1, TICK + 1, Samples.events());
        }
        assertThat(store.files).containsOnlyKeys(BTC_LOG, TICK_LOG);
        assertThat(store.files.get(BTC_LOG)).hasSize(4096 + 9 * 64);
    }

    @Test
    void handsOverEachNumberOfTicks() throws Exception {
        try (EngineLog log = newLog(4)) {
            for (int i = 0; i < 9; i++) {
                log.commit(TICK + i, TICK + i);
                assertThat(store.writes).isEqualTo((i + 1) / 4);
            }
        }
        assertThat(store.files.get(TICK_LOG)).hasSize(4096 + 9 * 64);
    }

    @Test
    void handsOverMuchAtOnce() throws Exception {
        try (EngineLog log = newLog(Integer.MAX_VALUE)) {
            int ticks = 0;
            while (store.files.isEmpty()) {
                log.events(0, TICK + ticks, Samples.events());
                log.commit(TICK + ticks, TICK);
                ticks++;
            }
            assertThat(ticks * 10 * 64).isBetween(EngineLog.FLUSH_BYTES, EngineLog.FLUSH_BYTES + 640);
        }
    }

    @Test
    void theBytesDoNotDependOnWhenTheyWereHandedOver() throws Exception {
        HeapLogStore other = new HeapLogStore();
        for (int i = 0; i < 2; i++) {
            try (EngineLog log = new EngineLog(i == 0 ? store : other, IDENTITY, TOKENS, i == 0 ? 1 : 7)) {
                for (long tick = TICK; tick < TICK + 50; tick++) {
                    log.events(1, tick, Samples.events());
                    log.events(0, tick, Samples.events());
                    log.commit(tick, tick);
                }
            }
        }
        assertThat(StoreDigest.of(store)).isEqualTo(StoreDigest.of(other));
    }

    @Test
    void aNewDayStartsNewFiles() throws Exception {
        long midnight = Ticks.firstOfDay(DAY + 1);
        try (EngineLog log = newLog(100)) {
            log.events(0, midnight - 1, Samples.events());
            log.commit(midnight - 1, midnight - 1);
            assertThat(log.recordCount(0)).isEqualTo(9);
            log.events(1, midnight, Samples.events());
            log.commit(midnight, midnight);
            assertThat(log.recordCount(0)).isZero();
            assertThat(log.recordCount(1)).isEqualTo(9);
            assertThat(log.appendedRecords(0)).isEqualTo(9);
            assertThat(log.committedTicks()).isEqualTo(2);
        }
        String nextFan = FAN_LOG.replace("04-05", "04-06");
        String nextTicks = TICK_LOG.replace("04-05", "04-06");
        assertThat(store.files).containsOnlyKeys(BTC_LOG, TICK_LOG, nextFan, nextTicks);
        for (String name : List.of(nextFan, nextTicks)) {
            try (LogReader reader = LogReader.open(store, name)) {
                assertThat(reader.header().epochDay()).isEqualTo(DAY + 1);
                assertThat(reader.next()).isTrue();
                assertThat(reader.record().sequence()).isZero();
            }
        }
    }

    @Test
    void theTickRecordCountsAndSums() throws Exception {
        Samples.writeSample(store);
        long btcSum = 0;
        try (LogReader reader = LogReader.open(store, BTC_LOG)) {
            while (reader.next()) {
                btcSum += Integer.toUnsignedLong(reader.record().checksum());
            }
        }
        try (LogReader fan = LogReader.open(store, FAN_LOG);
                LogReader reader = LogReader.open(store, TICK_LOG)) {
            fan.next();
            reader.next();
            assertThat(reader.record().tickRecords()).isEqualTo(11);
            assertThat(reader.record().tickTokens()).isEqualTo(2);
            assertThat(reader.record().recordsOfDay()).isEqualTo(11);
            assertThat(reader.record().checksumSum())
                    .isEqualTo(btcSum + Integer.toUnsignedLong(fan.record().checksum()));
            reader.next();
            assertThat(reader.record().tickRecords()).isZero();
            assertThat(reader.record().recordsOfDay()).isEqualTo(11);
            reader.next();
            assertThat(reader.record().tickTokens()).isEqualTo(1);
            assertThat(reader.record().recordsOfDay()).isEqualTo(22);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void goingOnEqualsNeverHavingStopped() throws Exception {
        HeapLogStore straight = new HeapLogStore();
        try (EngineLog log = new EngineLog(straight, IDENTITY, TOKENS, 3)) {
            append(log, TICK, TICK + 20);
        }
        for (long stop = TICK; stop < TICK + 20; stop++) {
            HeapLogStore stopped = new HeapLogStore();
            try (EngineLog log = new EngineLog(stopped, IDENTITY, TOKENS, 3)) {
                append(log, TICK, stop);
            }
            try (EngineLog log = new EngineLog(stopped, IDENTITY, TOKENS, 5)) {
                append(log, stop, TICK + 20);
                assertThat(log.recordCount(0)).isEqualTo(180);
            }
            assertThat(StoreDigest.of(stopped)).isEqualTo(StoreDigest.of(straight));
        }
    }

    @Test
    void countsWhatATokenHadBeforeTheEngineWentOn() throws Exception {
        Samples.writeSample(store);
        try (EngineLog log = newLog(1)) {
            log.commit(TICK + 3, TICK + 3);
            assertThat(log.recordCount(0)).isEqualTo(10);
            assertThat(log.appendedRecords(0)).isZero();
        }
    }

    @Test
    void refusesToGoOnUnderAnotherConfiguration() throws Exception {
        Samples.writeSample(store);
        var before = store.copy();
        LogIdentity other = new LogIdentity("ff".repeat(32), IDENTITY.plugins());
        assertRefused(Kind.MISMATCH, other, TOKENS, "ff".repeat(32) + " is in force");
        LogIdentity fewer = new LogIdentity(
                IDENTITY.configurationSha256(), IDENTITY.plugins().subList(0, 3));
        assertRefused(Kind.MISMATCH, fewer, TOKENS, "storage-file");
        assertThat(store.files).containsExactlyEntriesOf(before);
    }

    @Test
    void refusesToGoOnAtOtherExponents() throws Exception {
        Samples.writeSample(store);
        Token finer = new Token(0, "BTCUSDT", "large", -3, -3, -8, 480);
        try (EngineLog log = new EngineLog(store, IDENTITY, List.of(finer), 1)) {
            log.events(0, TICK + 3, Samples.events());
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 3, TICK + 3))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISMATCH))
                    .withMessageContaining("-2, -3, -8, -12");
        }
    }

    @Test
    void refusesTicksThatAreThere() throws Exception {
        Samples.writeSample(store);
        try (EngineLog log = newLog(1)) {
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 2, TICK + 2))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISMATCH))
                    .withMessageContaining(TICK_LOG)
                    .withMessageContaining("resume behind it");
        }
    }

    @Test
    void refusesToBuryATornTail() throws Exception {
        Samples.writeSample(store);
        store.open(TICK_LOG).truncate(4096 + 2 * 64 + 10);
        assertRefused(Kind.TRUNCATED, IDENTITY, TOKENS, TICK_LOG + " at byte " + (4096 + 2 * 64));
    }

    @Test
    void refusesToBuryRecordsThatWereNotCommitted() throws Exception {
        Samples.writeSample(store);
        store.open(TICK_LOG).truncate(4096 + 2 * 64);
        try (EngineLog log = newLog(1)) {
            log.events(1, TICK + 3, Samples.events());
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 3, TICK + 3))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNCOMMITTED))
                    .withMessageContaining(FAN_LOG);
        }
    }

    @Test
    void whatIsMisusedSaysSo() throws Exception {
        EngineLog log = newLog(1);
        log.commit(TICK, TICK);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> log.tierChange(2, TICK + 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> log.tierChange(0, TICK + 1, 0, 256));
        log.tierChange(0, TICK + 1, 0, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> log.commit(TICK + 2, TICK + 2))
                .withMessageContaining("appended");
        assertThatIllegalStateException().isThrownBy(() -> log.commit(TICK + 3, TICK + 3));
        log.close();
        log.close();
        assertThatIllegalStateException().isThrownBy(() -> log.tierChange(0, TICK + 1, 0, 1));
        EngineLog another = new EngineLog(new HeapLogStore(), IDENTITY, TOKENS, 1);
        assertThatIllegalStateException().isThrownBy(() -> another.commit(-1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> newLog(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new EngineLog(store, IDENTITY, List.of(Samples.FAN), 1));
    }

    private EngineLog newLog(int flushTicks) {
        return new EngineLog(store, IDENTITY, TOKENS, flushTicks);
    }

    private static void append(EngineLog log, long from, long to) throws StorageException, StorageFormatException {
        for (long tick = from; tick < to; tick++) {
            log.events(0, tick, Samples.events());
            if (tick % 3 == 0) {
                log.transition(1, tick, Samples.TRANSITION);
            }
            log.commit(tick, tick);
        }
    }

    private void assertRefused(Kind kind, LogIdentity identity, List<Token> tokens, String text) throws Exception {
        try (EngineLog log = new EngineLog(store, identity, tokens, 1)) {
            assertThatExceptionOfType(StorageFormatException.class)
                    .isThrownBy(() -> log.commit(TICK + 3, TICK + 3))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(kind))
                    .withMessageContaining(text);
        }
    }
}
