package pawl.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.storage.StorageFormatException.Kind;

/** Writes and restores snapshots of tokens' state (E8.2, D9). Keeps one buffer, so a snapshot costs little garbage. One thread. */
public final class SnapshotStore {
    private final LogStore store;
    private final LogIdentity identity;
    private final String pluginsSha256;
    private byte[] buffer = new byte[0];

    /** @param identity that snapshots are written under, and that those read must have */
    public SnapshotStore(LogStore store, LogIdentity identity) {
        this.store = store;
        this.identity = identity;
        this.pluginsSha256 = Sha256.hex(LogHeaderCodec.pluginsSha256(identity.plugins()));
    }

    /** One that only shows what is there, of whatever identity: see {@link #inspect}. */
    public static SnapshotStore forReading(LogStore store) {
        return new SnapshotStore(store, new LogIdentity("0".repeat(2 * Sha256.BYTES), List.of()));
    }

    /**
     * Writes a token's snapshot whole or not at all, over one of the same tick. What it points to in the log should have been handed
     * over before: {@link EngineLog#flush}.
     *
     * @param tick just completed
     * @param logRecords {@link EngineLog#recordCount} after that tick
     * @param regions at most 8, in words from {@code base}
     * @param base the block's first word in the array
     * @param length the block's size in words
     */
    public void write(
            Token token, long tick, long logRecords, List<StateRegion> regions, long[] words, int base, int length)
            throws StorageException {
        SnapshotHeader header = expected(token, tick, logRecords, regions, length);
        int sizeBytes = SnapshotCodec.sizeBytes(length);
        ensureBuffer(sizeBytes);
        SnapshotCodec.encode(header, words, base, buffer);
        store.replace(name(token.name(), tick), buffer, 0, sizeBytes);
    }

    /**
     * Restores a token's block from its snapshot. The array changes only when the snapshot is sound and was written under the same
     * identity, with the same regions.
     *
     * @throws StorageException with {@link StorageException.Kind#BAD_NAME} when there is no such snapshot
     */
    public SnapshotHeader read(Token token, long tick, List<StateRegion> regions, long[] into, int base, int length)
            throws StorageException, StorageFormatException {
        SnapshotHeader header = readHeader(name(token.name(), tick));
        Optional<String> difference =
                header.differenceFrom(expected(token, tick, header.logRecords(), regions, length));
        if (difference.isPresent()) {
            throw new StorageFormatException(
                    Kind.MISMATCH,
                    name(token.name(), tick),
                    0,
                    difference.get(),
                    "go on with what wrote it, or give another data folder");
        }
        SnapshotCodec.words(buffer, length, into, base);
        return header;
    }

    /**
     * Reads a snapshot that the same plugins wrote under the configuration named, whatever the regions of its state.
     *
     * @throws StorageFormatException when it is damaged, or of another token, configuration or set of plugins
     */
    public SnapshotState readUnder(String configurationSha256, Token token, long tick)
            throws StorageException, StorageFormatException {
        SnapshotHeader header = readHeader(name(token.name(), tick));
        if (!header.tokenName().equals(token.name())
                || header.tick() != tick
                || !header.configurationSha256().equals(configurationSha256)
                || !header.pluginsSha256().equals(pluginsSha256)) {
            throw new StorageFormatException(
                    Kind.MISMATCH,
                    name(token.name(), tick),
                    0,
                    "it is of token " + header.tokenName() + " after tick " + header.tick() + " under configuration "
                            + header.configurationSha256() + " with plugins " + header.pluginsSha256() + ", and "
                            + token.name() + ", " + tick + ", " + configurationSha256 + ", " + pluginsSha256
                            + " were expected",
                    "go on with what wrote it, or give another data folder");
        }
        long[] words = new long[header.words()];
        SnapshotCodec.words(buffer, header.words(), words, 0);
        return new SnapshotState(header, words);
    }

    /**
     * Reads a snapshot of any identity, to show it.
     *
     * @param into receives the state, from its start; as many words as the array holds
     */
    public SnapshotHeader inspect(String tokenName, long tick, long[] into)
            throws StorageException, StorageFormatException {
        SnapshotHeader header = readHeader(name(tokenName, tick));
        SnapshotCodec.words(buffer, Math.min(header.words(), into.length), into, 0);
        return header;
    }

    /** Reads a snapshot of any identity whole, to look at its state. */
    public SnapshotState inspect(String tokenName, long tick) throws StorageException, StorageFormatException {
        SnapshotHeader header = readHeader(name(tokenName, tick));
        long[] words = new long[header.words()];
        SnapshotCodec.words(buffer, words.length, words, 0);
        return new SnapshotState(header, words);
    }

    /** The token's latest snapshot. */
    public OptionalLong newestTick(String tokenName) throws StorageException {
        long[] ticks = ticks(tokenName);
        return ticks.length == 0 ? OptionalLong.empty() : OptionalLong.of(ticks[ticks.length - 1]);
    }

    /** The ticks of the token's snapshots, rising. */
    public long[] ticks(String tokenName) throws StorageException {
        List<Long> ticks = new ArrayList<>();
        for (String name : store.list(StoreName.SNAPSHOTS + "/" + NameEscape.escape(tokenName))) {
            if (StoreName.parse(name).orElse(null) instanceof StoreName.Snapshot snapshot) {
                ticks.add(snapshot.tick());
            }
        }
        return ticks.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** Removes one; none of that tick is no error. */
    public void delete(String tokenName, long tick) throws StorageException {
        store.delete(name(tokenName, tick));
    }

    /**
     * Removes a token's snapshots but for the latest.
     *
     * @param keepNewest how many stay, at least 1
     */
    public void prune(String tokenName, int keepNewest) throws StorageException {
        if (keepNewest < 1) {
            throw new IllegalArgumentException("keep " + keepNewest + " snapshots: at least 1");
        }
        long[] ticks = ticks(tokenName);
        for (int i = 0; i < ticks.length - keepNewest; i++) {
            delete(tokenName, ticks[i]);
        }
    }

    private SnapshotHeader expected(Token token, long tick, long logRecords, List<StateRegion> regions, int length) {
        FixedText.requireFits("token name", token.name(), LogHeaderCodec.TOKEN_NAME_BYTES);
        return new SnapshotHeader(
                FormatVersion.CURRENT,
                token.name(),
                tick,
                Ticks.epochDay(tick),
                logRecords,
                identity.configurationSha256(),
                pluginsSha256,
                length,
                regions);
    }

    /** Leaves the snapshot's bytes in the buffer. */
    private SnapshotHeader readHeader(String name) throws StorageException, StorageFormatException {
        if (!store.exists(name)) {
            throw new StorageException(
                    StorageException.Kind.BAD_NAME,
                    name + ": there is no such snapshot; list the store to see which there are");
        }
        int length = 0;
        try (LogSegment segment = store.open(name)) {
            ensureBuffer((int) Math.min(segment.sizeBytes(), Integer.MAX_VALUE - 8));
            length = SegmentBytes.read(segment, 0, buffer, 0, (int) segment.sizeBytes());
        }
        return SnapshotCodec.decode(buffer, length, name);
    }

    private void ensureBuffer(int bytes) {
        if (buffer.length < bytes) {
            buffer = Arrays.copyOf(buffer, bytes);
        }
    }

    private static String name(String tokenName, long tick) {
        return new StoreName.Snapshot(tokenName, tick).text();
    }
}
