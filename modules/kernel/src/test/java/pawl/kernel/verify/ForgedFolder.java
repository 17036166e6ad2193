package pawl.kernel.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import pawl.api.token.Ticks;
import pawl.kernel.toy.HeapLogStore;
import pawl.storage.LogHeader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.RunningHash;
import pawl.storage.StoreName;

/**
 * A folder in the hands of a forger who knows the format: records are altered, and then every checksum, count, sum and hash is made to
 * fit again. Written from {@code docs/format.md}.
 */
final class ForgedFolder {
    static final int TICK = 8;
    private static final int CHECKSUM = 4;
    private static final int SNAPSHOT_RECORDS = 32;
    private static final int SHA256_BYTES = 32;

    private final HeapLogStore store;
    private final Map<String, List<byte[]>> logs = new TreeMap<>();

    ForgedFolder(HeapLogStore original) {
        store = original.copy();
        for (String folder : List.of("logs", "ticks")) {
            for (String name : store.list(folder)) {
                byte[] bytes = store.bytes(name);
                List<byte[]> records = new ArrayList<>();
                for (int at = LogHeader.HEADER_BYTES; at < bytes.length; at += RecordView.BYTES) {
                    records.add(Arrays.copyOfRange(bytes, at, at + RecordView.BYTES));
                }
                logs.put(name, records);
            }
        }
    }

    /** Names of the tokens' logs. */
    List<String> tokenLogs() {
        return logs.keySet().stream().filter(name -> name.startsWith("logs/")).toList();
    }

    /** Of a log; to be changed at will. */
    List<byte[]> records(String log) {
        return logs.get(log);
    }

    static long tick(byte[] record) {
        return words(record).getLong(TICK);
    }

    static RecordType type(byte[] record) {
        return RecordType.ofCode(record[0] & 0xff).orElseThrow();
    }

    static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Alters a word of a snapshot's state, and its hash with it. */
    void alterSnapshot(String name, int word, long xor) throws Exception {
        byte[] bytes = store.bytes(name);
        int at = 512 + word * Long.BYTES;
        words(bytes).putLong(at, words(bytes).getLong(at) ^ xor);
        sealSnapshot(name, bytes);
    }

    List<String> snapshots() {
        return store.list("snapshots");
    }

    int snapshotWords(String name) {
        return words(store.bytes(name)).getInt(40);
    }

    /** Makes everything fit again. */
    HeapLogStore finish() throws Exception {
        for (String name : tokenLogs()) {
            seal(name);
        }
        for (String name : store.list("ticks")) {
            commit(name);
            seal(name);
            write(name);
        }
        for (String name : tokenLogs()) {
            write(name);
        }
        for (String name : store.list("snapshots")) {
            pointSnapshot(name);
        }
        return store;
    }

    private void seal(String name) {
        List<byte[]> records = logs.get(name);
        for (int sequence = 0; sequence < records.size(); sequence++) {
            sealRecord(records.get(sequence), sequence, day(name));
        }
    }

    private static void sealRecord(byte[] record, long sequence, long day) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(sequence)
                .putLong(day)
                .flip());
        crc.update(record, 0, CHECKSUM);
        crc.update(record, TICK, RecordView.BYTES - TICK);
        words(record).putInt(CHECKSUM, (int) crc.getValue());
    }

    /** Counts each tick's records, and carries the running hash on. */
    private void commit(String ticksName) {
        Map<Long, long[]> counts = new TreeMap<>();
        for (String name : tokenLogs()) {
            if (day(name) != day(ticksName)) {
                continue;
            }
            int key = RunningHash.logKey(((StoreName.TokenLog) parsed(name)).tokenName());
            long last = -1;
            for (byte[] record : logs.get(name)) {
                long[] count = counts.computeIfAbsent(tick(record), _ -> new long[4]);
                int checksum = words(record).getInt(CHECKSUM);
                count[0]++;
                count[1] += tick(record) == last ? 0 : 1;
                count[2] += checksum & 0xffff_ffffL;
                count[3] += RunningHash.term(key, checksum);
                last = tick(record);
            }
        }
        RunningHash hash = new RunningHash();
        long ofDay = 0;
        List<byte[]> records = logs.get(ticksName);
        for (int sequence = 0; sequence < records.size(); sequence++) {
            byte[] record = records.get(sequence);
            if (type(record) != RecordType.TICK) {
                sealRecord(record, sequence, day(ticksName));
                hash.add(0, words(record).getInt(CHECKSUM));
                continue;
            }
            long[] count = counts.getOrDefault(tick(record), new long[4]);
            ofDay += count[0];
            hash.addSum(count[3]);
            words(record)
                    .putLong(16, count[0])
                    .putLong(24, count[1])
                    .putLong(32, ofDay)
                    .putLong(40, count[2])
                    .putLong(
                            56,
                            hash.endTick(tick(record), count[0], words(record).getLong(48)));
        }
    }

    private void write(String name) throws Exception {
        List<byte[]> records = logs.get(name);
        ByteBuffer bytes = ByteBuffer.allocate(LogHeader.HEADER_BYTES + records.size() * RecordView.BYTES);
        bytes.put(store.bytes(name), 0, LogHeader.HEADER_BYTES);
        records.forEach(bytes::put);
        store.replace(name, bytes.array(), 0, bytes.capacity());
    }

    /** A snapshot says how many records its token's log had. */
    private void pointSnapshot(String name) throws Exception {
        StoreName.Snapshot snapshot = (StoreName.Snapshot) parsed(name);
        String log = new StoreName.TokenLog(snapshot.tokenName(), Ticks.epochDay(snapshot.tick())).text();
        long count = logs.getOrDefault(log, List.of()).stream()
                .filter(record -> tick(record) <= snapshot.tick())
                .count();
        byte[] bytes = store.bytes(name);
        words(bytes).putLong(SNAPSHOT_RECORDS, count);
        sealSnapshot(name, bytes);
    }

    private void sealSnapshot(String name, byte[] bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes, 0, bytes.length - SHA256_BYTES);
        digest.digest(bytes, bytes.length - SHA256_BYTES, SHA256_BYTES);
        store.replace(name, bytes, 0, bytes.length);
    }

    private static long day(String name) {
        return switch (parsed(name)) {
            case StoreName.TokenLog log -> log.epochDay();
            case StoreName.TickLog log -> log.epochDay();
            case StoreName.Snapshot _, StoreName.Configuration _, StoreName.Seal _ ->
                throw new IllegalArgumentException(name);
        };
    }

    private static StoreName parsed(String name) {
        return StoreName.parse(name).orElseThrow();
    }
}
