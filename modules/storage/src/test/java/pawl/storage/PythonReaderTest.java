package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;

/** A reader that somebody else wrote from docs/format.md sees the same in a file. */
class PythonReaderTest {
    private static final Path READER = Path.of("src/test/python/read_log.py");

    @TempDir
    private Path folder;

    private final HeapLogStore store = new HeapLogStore();

    @BeforeEach
    void requirePython() throws InterruptedException {
        try {
            Process version = new ProcessBuilder("python3", "--version").start();
            Assumptions.assumeTrue(version.waitFor() == 0, "python3 does not run here");
        } catch (IOException e) {
            Assumptions.abort("there is no python3 here: " + e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Samples.BTC_LOG, Samples.FAN_LOG, Samples.TICK_LOG})
    void readsALog(String name) throws Exception {
        Samples.writeSample(store);
        assertReadAlike(name);
    }

    @Test
    void readsWhatClustersAndEventsLeave() throws Exception {
        Samples.writeGroups(store);
        assertReadAlike(Samples.FAN_LOG);
        assertThat(read(Samples.FAN_LOG).getFirst()).contains("\tsynthetic=true\t");
    }

    @Test
    void readsWhatTheHearingLeaves() throws Exception {
        Samples.writeHearing(store);
        assertReadAlike(Samples.FAN_LOG);
    }

    @Test
    void readsAChangeOfAnAdapter() throws Exception {
        Samples.writeSwap(store);
        assertReadAlike(Samples.FAN_LOG);
        assertReadAlike(Samples.TICK_LOG);
        assertThat(read(Samples.TICK_LOG).get(1)).contains("\ttype=ADAPTER_STATE\tvenueIndex=1\tfailureLevel=260\t");
    }

    @Test
    void readsManyRecords() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        try (EngineLog log = new EngineLog(store, Samples.IDENTITY, Samples.TOKENS, 10)) {
            for (long tick = Samples.TICK; tick < Samples.TICK + 40; tick++) {
                log.events(1, tick, plausible(Samples.randomEvents(random, 20)));
                double measure = random.nextDouble();
                log.transition(
                        1, tick, new TransitionRecord(measure, measure / 3, 1e-9, 1e22, 1, 1, 6, 1, 2, 3, 4, 70_000));
                log.commit(tick, tick);
            }
        }
        assertReadAlike(Samples.FAN_LOG);
    }

    @Test
    void readsASnapshot() throws Exception {
        long[] words = {-1, 1, 2, 3, -4};
        new SnapshotStore(store, Samples.IDENTITY)
                .write(
                        Samples.FAN,
                        Samples.TICK,
                        77,
                        List.of(new StateRegion("queue", 0, 1), new StateRegion("fsm", 1, 3)),
                        words,
                        1,
                        4);
        String name = new StoreName.Snapshot(Samples.FAN.name(), Samples.TICK).text();
        assertThat(read(name))
                .containsExactly(
                        "version=1.1.0\ttoken=" + Samples.FAN.name()
                                + "\ttick=6722612200\tepochDay=19452\tlogRecords=77"
                                + "\tconfiguration=" + Samples.IDENTITY.configurationSha256() + "\tplugins="
                                + Sha256.hex(LogHeaderCodec.pluginsSha256(Samples.IDENTITY.plugins())) + "\twords=4",
                        "region=queue\twords=0000000000000001",
                        "region=fsm\twords=0000000000000002,0000000000000003,fffffffffffffffc");
    }

    @Test
    void seesAFlippedBitToo() throws Exception {
        Samples.writeSample(store);
        store.files.get(Samples.BTC_LOG)[4096 + 64 + 20] ^= 4;
        assertThat(read(Samples.BTC_LOG)).last().asString().isEqualTo("byte 4160: bad checksum");
    }

    private void assertReadAlike(String name) throws Exception {
        List<String> lines = read(name);
        assertThat(lines.getFirst()).startsWith("version=1.1.0\tkind=").contains("\tepochDay=19452\t");
        List<String> expected = FieldText.linesOf(store, name);
        assertThat(lines).hasSize(expected.size() + 1);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(withJavaReals(lines.get(i + 1))).isEqualTo(expected.get(i));
        }
    }

    /** Both print the shortest text that gives the same binary64, in notations of their own. */
    private static String withJavaReals(String line) {
        String[] fields = line.split("\t", -1);
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].matches("(measure|threshold|base|[a-z]+Factor|[a-z]+Share)=.*")) {
                int value = fields[i].indexOf('=') + 1;
                fields[i] = fields[i].substring(0, value) + Double.parseDouble(fields[i].substring(value));
            }
        }
        return String.join("\t", fields);
    }

    /** With flags that have names. */
    private static EventBatch plausible(EventBatch events) {
        EventBatch plausible = new EventBatch();
        for (int i = 0; i < events.size(); i++) {
            EventKind kind = events.kind(i);
            plausible.add(
                    kind,
                    events.venueIndex(i),
                    events.flags(i) & 0x3ff,
                    events.payload(i, 0),
                    events.payload(i, 1),
                    events.payload(i, 2),
                    events.payload(i, 3),
                    events.payload(i, 4),
                    events.payload(i, 5));
        }
        return plausible;
    }

    private List<String> read(String name) throws IOException {
        Path file = Files.write(folder.resolve("file"), store.files.get(name));
        Process reader = new ProcessBuilder("python3", READER.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
