package pawl.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;

/**
 * Goes through a UTC day's logs tick by tick, from a tick known to be whole or from the first, and holds each TICK against what the tokens'
 * logs have: the last one that they bear out is the last that was committed by all (D9).
 */
final class DayWalk implements AutoCloseable {
    private final RunningHash hash = new RunningHash();
    private final TokenTail ticks;
    private final List<Optional<TokenTail>> tokens = new ArrayList<>();
    private final int[] keys;
    private final long[] kept;
    private long keptTicks;
    private long recordsOfDay;
    private OptionalLong committedTick;
    private long records;
    private long checksumSum;
    private long tokensOfTick;

    /**
     * @param tokenNames of the configuration
     * @param start where the walk begins
     */
    DayWalk(LogStore store, long epochDay, List<String> tokenNames, Start start)
            throws StorageException, StorageFormatException {
        keys = tokenNames.stream().mapToInt(RunningHash::logKey).toArray();
        kept = start.recordsOfTokens().stream().mapToLong(Long::longValue).toArray();
        keptTicks = start.recordsOfTicks();
        committedTick = start.tick();
        recordsOfDay = Arrays.stream(kept).sum();
        hash.start(start.runningHash());
        ticks = new TokenTail(store, new StoreName.TickLog(epochDay).text(), keptTicks);
        for (int token = 0; token < tokenNames.size(); token++) {
            String name = new StoreName.TokenLog(tokenNames.get(token), epochDay).text();
            tokens.add(open(store, name, kept[token]));
        }
    }

    /**
     * A tick of the day known to be whole, or its beginning.
     *
     * @param recordsOfTokens of the day up to that tick, by position of the token
     * @param recordsOfTicks of the tick log likewise
     */
    record Start(OptionalLong tick, List<Long> recordsOfTokens, long recordsOfTicks, long runningHash) {
        Start {
            recordsOfTokens = List.copyOf(recordsOfTokens);
        }

        static Start ofDay(int tokenCount) {
            return new Start(OptionalLong.empty(), Collections.nCopies(tokenCount, 0L), 0, RunningHash.START);
        }
    }

    private static Optional<TokenTail> open(LogStore store, String name, long from) throws StorageException {
        try {
            return store.exists(name) ? Optional.of(new TokenTail(store, name, from)) : Optional.empty();
        } catch (StorageFormatException e) {
            return Optional.empty(); // Its header did not come to be, or was damaged: the check of tails tells.
        }
    }

    /** Walks to the last tick that is whole. */
    void walk() throws StorageException {
        while (takeTick()) {
            // Each is held against the tokens' logs, and counts when they bear it out.
        }
    }

    private boolean takeTick() throws StorageException {
        while (ticks.hasRecord() && ticks.record().type() == RecordType.ADAPTER_STATE) {
            hash.add(RunningHash.logKey(""), ticks.record().checksum());
            ticks.take();
        }
        if (!ticks.hasRecord() || ticks.record().type() != RecordType.TICK) {
            return false;
        }
        RecordView commit = ticks.record();
        long tick = commit.tick();
        sumUp(tick);
        boolean isWhole = records == commit.tickRecords()
                && tokensOfTick == commit.tickTokens()
                && checksumSum == commit.checksumSum()
                && recordsOfDay + records == commit.recordsOfDay()
                && isHash(hash.endTick(tick, records, commit.lastFrameTick()), commit);
        if (!isWhole) {
            return false;
        }
        recordsOfDay += records;
        ticks.take();
        keptTicks = ticks.taken();
        for (int token = 0; token < kept.length; token++) {
            kept[token] = tokens.get(token).map(TokenTail::taken).orElse(kept[token]);
        }
        committedTick = OptionalLong.of(tick);
        return true;
    }

    private boolean isHash(long computed, RecordView commit) {
        return !ticks.header().version().hasRunningHash() || computed == commit.runningHash();
    }

    private void sumUp(long tick) throws StorageException {
        records = 0;
        checksumSum = 0;
        tokensOfTick = 0;
        for (int token = 0; token < keys.length; token++) {
            if (tokens.get(token).isEmpty()) {
                continue;
            }
            TokenTail tail = tokens.get(token).get();
            long before = records;
            // One of an earlier tick belongs to none, and makes the sums differ.
            while (tail.tick() <= tick) {
                records++;
                checksumSum += tail.record().checksum() & 0xffff_ffffL;
                hash.add(keys[token], tail.record().checksum());
                tail.take();
            }
            tokensOfTick += records > before ? 1 : 0;
        }
    }

    /** Empty where the day has none. */
    OptionalLong committedTick() {
        return committedTick;
    }

    /** Of the day, by position of the token, up to that tick. */
    long keptRecords(int token) {
        return kept[token];
    }

    /** Of the tick log. */
    long keptTicks() {
        return keptTicks;
    }

    @Override
    public void close() throws StorageException {
        ticks.close();
        for (Optional<TokenTail> tail : tokens) {
            if (tail.isPresent()) {
                tail.get().close();
            }
        }
    }
}
