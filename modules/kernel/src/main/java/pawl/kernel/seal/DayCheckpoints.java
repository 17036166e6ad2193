package pawl.kernel.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.seal.Checkpoint;
import pawl.seal.MerkleTree;
import pawl.storage.LogCatalog;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * The checkpoints of one UTC day.
 *
 * @param tokens in order of the bytes of their names
 */
record DayCheckpoints(Checkpoint day, Checkpoint ticks, List<OfToken> tokens) {
    private static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** That of one token's log. */
    record OfToken(String name, Checkpoint checkpoint) {}

    DayCheckpoints {
        tokens = List.copyOf(tokens);
    }

    /**
     * Computes them from the logs, which are not checked. Keeps one hash for each level of a tree.
     *
     * @param predecessor body of the checkpoint of the day sealed before; empty where there is none
     */
    static DayCheckpoints of(LogStore store, DayOrigins origins, String predecessor)
            throws StorageException, StorageFormatException {
        Checkpoint ticks = ofLog(store, new StoreName.TickLog(origins.epochDay()).text(), origins.ticks());
        List<OfToken> tokens = new ArrayList<>();
        for (String name : tokenNames(store, origins.epochDay())) {
            String log = new StoreName.TokenLog(name, origins.epochDay()).text();
            tokens.add(new OfToken(name, ofLog(store, log, origins.token(name))));
        }
        return new DayCheckpoints(ofDay(origins, predecessor, ticks, tokens), ticks, tokens);
    }

    /** Tokens that have a log of the day, in order of the bytes of their names. */
    static List<String> tokenNames(LogStore store, long epochDay) throws StorageException {
        return LogCatalog.of(store).tokenLogs().stream()
                .filter(log -> log.epochDay() == epochDay)
                .map(StoreName.TokenLog::tokenName)
                .sorted(BY_BYTES)
                .toList();
    }

    static List<String> sorted(List<String> tokenNames) {
        return tokenNames.stream().distinct().sorted(BY_BYTES).toList();
    }

    private static Checkpoint ofLog(LogStore store, String name, String origin)
            throws StorageException, StorageFormatException {
        return ofLog(store, name, origin, Long.MAX_VALUE);
    }

    /** Of the log's first leaves alone. */
    static Checkpoint ofLog(LogStore store, String name, String origin, long mostLeaves)
            throws StorageException, StorageFormatException {
        MerkleTree tree = new MerkleTree();
        LogLeaves.read(store, name, mostLeaves, tree::append);
        return new Checkpoint(origin, tree.size(), tree.root());
    }

    static Checkpoint ofDay(DayOrigins origins, String predecessor, Checkpoint ticks, List<OfToken> tokens) {
        MerkleTree tree = new MerkleTree();
        dayLeaves(predecessor, ticks, tokens).forEach(tree::append);
        return new Checkpoint(origins.day(), tree.size(), tree.root());
    }

    static List<byte[]> dayLeaves(String predecessor, Checkpoint ticks, List<OfToken> tokens) {
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(predecessor.getBytes(StandardCharsets.UTF_8));
        leaves.add(ticks.body().getBytes(StandardCharsets.UTF_8));
        for (OfToken token : tokens) {
            leaves.add(token.checkpoint().body().getBytes(StandardCharsets.UTF_8));
        }
        return leaves;
    }
}
