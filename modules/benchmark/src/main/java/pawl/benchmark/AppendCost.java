package pawl.benchmark;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.plugin.Settings;
import pawl.api.storage.LogStore;
import pawl.api.token.Token;
import pawl.plugin.storage.file.FileLogStoreProvider;
import pawl.storage.EngineLog;
import pawl.storage.LogIdentity;

/**
 * What an appended record of 64 bytes costs the engine's thread: the engine's log of {@value #TOKENS} tokens with checksums, running hash and
 * file writes, beside Chronicle Queue's append of as many bytes and a plain file channel that is written in batches, in turn in one process; and
 * what hashing a record as a leaf of a day's tree costs by itself. None of them is forced to disk.
 */
public final class AppendCost {
    private static final int RECORD_BYTES = 64;
    private static final int TOKENS = 30;
    private static final int EVENTS_OF_TOKEN = 5;
    private static final int TICKS_OF_ROUND = 1_000;
    private static final int RECORDS_OF_TICK = TOKENS * EVENTS_OF_TOKEN + 1;
    private static final int RECORDS_OF_ROUND = TICKS_OF_ROUND * RECORDS_OF_TICK;
    private static final int FLUSH_TICKS = 4;
    private static final long FIRST_TICK = 6_722_611_200L;
    private static final int WARM_UP_ROUNDS = 15;
    private static final int ROUNDS = 31;

    private final Path folder;
    private final byte[] record = new byte[RECORD_BYTES];
    private final EventBatch events = new EventBatch();
    private long tick = FIRST_TICK;
    private long written;

    private AppendCost(Path folder) {
        this.folder = folder;
        for (int event = 0; event < EVENTS_OF_TOKEN; event++) {
            events.add(EventKind.TRADE, 0, 0, 1_680_652_800_000L + event, 77L + event, 1L, 2L, 3L, 4L);
        }
    }

    /** @param arguments a folder on the disk to be measured, in which a new one is made and removed again */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "pawl-append-cost");
        try {
            new AppendCost(folder).run();
        } finally {
            delete(folder);
        }
    }

    private interface Round {
        void run() throws Exception;
    }

    private static final class Contender {
        private final String name;
        private final Round round;
        private final long[] elapsedNs = new long[ROUNDS];
        private final long[] cpuNs = new long[ROUNDS];

        Contender(String name, Round round) {
            this.name = name;
            this.round = round;
        }
    }

    private void run() throws Exception {
        List<Token> tokens = IntStream.range(0, TOKENS)
                .mapToObj(index -> new Token(index, "TOKEN" + index, "large", -5, 0, -8, 480))
                .toList();
        LogIdentity identity = new LogIdentity("ab".repeat(32), List.of());
        try (LogStore store =
                        new FileLogStoreProvider().open(folder.resolve("log"), Settings.of("benchmark", Map.of()));
                EngineLog log = new EngineLog(store, identity, tokens, FLUSH_TICKS);
                ChronicleQueue queue =
                        ChronicleQueue.single(folder.resolve("queue").toString());
                ExcerptAppender appender = queue.createAppender();
                FileChannel channel = FileChannel.open(folder.resolve("plain"), CREATE_NEW, WRITE)) {
            Bytes<byte[]> bytes = Bytes.wrapForRead(record);
            ByteBuffer batch = ByteBuffer.allocateDirect(EngineLog.FLUSH_BYTES);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            measure(List.of(
                    new Contender("engine's log", () -> appendToLog(log)),
                    new Contender("Chronicle Queue", () -> appendToQueue(appender, bytes)),
                    new Contender("plain file channel", () -> appendToChannel(channel, batch)),
                    new Contender("SHA-256 of a leaf", () -> hashLeaves(digest))));
        }
    }

    private static void measure(List<Contender> contenders) throws Exception {
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (Contender contender : contenders) {
                var threads = ManagementFactory.getThreadMXBean();
                long startedCpuNs = threads.getCurrentThreadCpuTime();
                long startedNs = System.nanoTime();
                contender.round.run();
                if (round >= 0) {
                    contender.elapsedNs[round] = System.nanoTime() - startedNs;
                    contender.cpuNs[round] = threads.getCurrentThreadCpuTime() - startedCpuNs;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "ns a record, median (least to most) of %d rounds of %d records%n",
                ROUNDS,
                RECORDS_OF_ROUND);
        for (Contender contender : contenders) {
            System.out.printf(
                    Locale.ROOT,
                    "%-20s elapsed %s, processor %s%n",
                    contender.name,
                    text(contender.elapsedNs),
                    text(contender.cpuNs));
        }
    }

    private static String text(long[] roundNs) {
        Arrays.sort(roundNs);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f to %.1f)",
                (double) roundNs[ROUNDS / 2] / RECORDS_OF_ROUND,
                (double) roundNs[0] / RECORDS_OF_ROUND,
                (double) roundNs[ROUNDS - 1] / RECORDS_OF_ROUND);
    }

    private void appendToLog(EngineLog log) throws Exception {
        for (int i = 0; i < TICKS_OF_ROUND; i++) {
            for (int token = 0; token < TOKENS; token++) {
                log.events(token, tick, events);
            }
            log.commit(tick, tick);
            tick++;
        }
        log.flush();
    }

    private void appendToQueue(ExcerptAppender appender, Bytes<byte[]> bytes) {
        for (int i = 0; i < RECORDS_OF_ROUND; i++) {
            stamp();
            bytes.readPositionRemaining(0, record.length);
            appender.writeBytes(bytes);
        }
    }

    private void appendToChannel(FileChannel channel, ByteBuffer batch) throws Exception {
        for (int i = 0; i < RECORDS_OF_ROUND; i++) {
            stamp();
            if (batch.remaining() < record.length) {
                write(channel, batch);
            }
            batch.put(record);
        }
        write(channel, batch);
    }

    private static void write(FileChannel channel, ByteBuffer batch) throws Exception {
        batch.flip();
        while (batch.hasRemaining()) {
            channel.write(batch);
        }
        batch.clear();
    }

    private void hashLeaves(MessageDigest digest) throws Exception {
        byte[] hash = new byte[32];
        for (int i = 0; i < RECORDS_OF_ROUND; i++) {
            stamp();
            digest.update((byte) 0);
            digest.update(record);
            digest.digest(hash, 0, hash.length);
            written += hash[0];
        }
    }

    /** No two records are the same. */
    private void stamp() {
        written++;
        record[0] = (byte) written;
        record[1] = (byte) (written >> 8);
    }

    private static void delete(Path folder) throws Exception {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
