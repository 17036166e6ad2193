package pawl.storage;

import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import pawl.api.event.EventBatch;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.storage.StorageFormatException.Kind;

/**
 * All that an engine appends: each token's log and the tick log that commits them (E8.1, D9). What is appended stays in memory until
 * {@link #commit} ends its tick, so the store never gets half a tick; what was committed is handed over when {@value
 * #FLUSH_BYTES} bytes or {@code flushTicks} ticks have gathered, tokens first and the tick log last. A UTC day's first tick starts
 * new files; a token's file starts with its first record of the day. When all of that is forced to disk, {@link #forceAs} says.
 *
 * <p>When the store or what it already holds fails an engine, the files of that flush are cut back to what they were, and the log
 * takes nothing more. Appending allocates nothing once the buffer has grown to the busiest stretch between two flushes. One thread.
 */
public final class EngineLog implements AutoCloseable {
    /** As many bytes of committed records are handed over whatever their age. */
    public static final int FLUSH_BYTES = 256 * 1024;

    /** Of an adapter, in a snapshot and in its record. */
    public static final int ADAPTER_STATE_WORDS = 6;

    private static final long NO_DAY = -1;

    private final LogIdentity identity;
    private final int flushTicks;
    private boolean continuesOtherConfigurations;
    private final DayLogs logs;
    private final int tickLog;
    private final long[] appendedRecords;
    private final long[] lastTickOf;
    private final RecordBuffer buffer = new RecordBuffer();
    private final RecordChecksum checksum = new RecordChecksum();
    private final RunningHash runningHash = new RunningHash();
    private FormatVersion newFiles = FormatVersion.CURRENT;
    private FormatVersion version = FormatVersion.CURRENT;
    private long epochDay = NO_DAY;
    private long lastTick = -1;
    private long recordsOfDay;
    private int committedRecords;
    private long tokensOfTick;
    private long checksumSumOfTick;
    private int ticksBuffered;
    private Durability durability = Durability.SYSTEM;
    private long ticksSinceRound;
    private long ticksBeforeDay;
    private long mostUnforcedTicks;
    private long committedTicks;
    private boolean hasFailed;

    /**
     * A log for these tokens, which writes nothing yet. The store remains its owner's to close.
     *
     * @param tokens each at the position that its index states
     * @param flushTicks how many ticks may be committed before they are handed to the store, at least 1
     * @throws IllegalArgumentException when a token is out of place or there twice, or its name has more than 64 bytes of UTF-8
     */
    public EngineLog(LogStore store, LogIdentity identity, List<Token> tokens, int flushTicks) {
        if (flushTicks < 1) {
            throw new IllegalArgumentException("flush after " + flushTicks + " ticks: at least 1");
        }
        this.identity = identity;
        this.flushTicks = flushTicks;
        this.logs = new DayLogs(store, tokens);
        tickLog = tokens.size();
        appendedRecords = new long[tokens.size()];
        lastTickOf = new long[tokens.size()];
        Arrays.fill(lastTickOf, -1);
    }

    /**
     * Lets files that name another configuration be continued; who allows it knows under which one the last tick was committed, and
     * sees that a change is logged.
     */
    public void continueOtherConfigurations() {
        continuesOtherConfigurations = true;
    }

    /** Of which format the files of later days are where none are there, which is to be of this build's major; the current one if not. */
    public void beginFilesAs(FormatVersion format) {
        newFiles = format;
    }

    /**
     * Says how committed ticks are forced to disk. Without this it is {@link Durability#SYSTEM}, on the caller's thread.
     *
     * @param threads are waited for by {@link #force}, by {@link #commit} where each tick is forced, and by {@link #close}
     */
    public void forceAs(Durability other, ForceThreads threads) {
        durability = other;
        logs.forcing().setThreads(threads);
    }

    /** Appends a token's flush of the tick, in the order given. */
    public void events(int token, long tick, EventBatch events) {
        for (int event = 0; event < events.size(); event++) {
            int head = events.kind(event).code() | events.venueIndex(event) << 8 | events.flags(event) << 16;
            int at = addRecord(token, tick, head);
            byte[] bytes = buffer.bytes();
            for (int word = 0; word < EventBatch.PAYLOAD_WORDS; word++) {
                LittleEndian.putLong(bytes, at + RecordLayout.PAYLOAD + word * Long.BYTES, events.payload(event, word));
            }
        }
    }

    /** Appends a step of a machine of the token. */
    public void transition(int token, long tick, TransitionRecord transition) {
        int at = addRecord(token, tick, RecordType.TRANSITION.code());
        transition.encode(buffer.bytes(), at);
    }

    /**
     * Appends that the token has another tier from the next tick on; tiers are positions among those configured.
     *
     * @throws IllegalArgumentException when a tier is not 0 to 255
     */
    public void tierChange(int token, long tick, int from, int to) {
        if (((from | to) & ~0xff) != 0) {
            throw new IllegalArgumentException("tier change from " + from + " to " + to + ": a tier is 0 to 255");
        }
        int at = addClearRecord(token, tick, RecordType.TIER_CHANGE);
        buffer.bytes()[at + RecordLayout.TIER_FROM] = (byte) from;
        buffer.bytes()[at + RecordLayout.TIER_TO] = (byte) to;
    }

    /** Appends a step of a cluster of the token; {@link #clusterShares} is to follow. */
    public void clusterTransition(int token, long tick, ClusterTransitionRecord transition) {
        int at = addRecord(token, tick, RecordType.CLUSTER_TRANSITION.code());
        transition.encode(buffer.bytes(), at);
    }

    /** Appends what the step before was taken on. */
    public void clusterShares(int token, long tick, ClusterSharesRecord shares) {
        int at = addRecord(token, tick, RecordType.CLUSTER_SHARES.code());
        shares.encode(buffer.bytes(), at);
    }

    /** Appends a step of an event of the token. */
    public void eventPhase(int token, long tick, EventPhaseRecord phase) {
        int at = addRecord(token, tick, RecordType.EVENT_PHASE.code());
        phase.encode(buffer.bytes(), at);
    }

    /**
     * Appends that another configuration is in force from this tick on.
     *
     * @param sha256 its hash, 64 lower-case hexadecimal digits
     */
    public void configurationChange(int token, long tick, String sha256) {
        int at = addClearRecord(token, tick, RecordType.CONFIGURATION_CHANGE);
        LogHeaderCodec.putHash(sha256, buffer.bytes(), at + RecordLayout.CONFIGURATION_SHA256);
    }

    /** Appends that the ticks from one to another, both included, did not run (D2). */
    public void outage(int token, long tick, long firstMissingTick, long lastMissingTick) {
        int at = addClearRecord(token, tick, RecordType.OUTAGE);
        LittleEndian.putLong(buffer.bytes(), at + RecordLayout.OUTAGE_FIRST_MISSING_TICK, firstMissingTick);
        LittleEndian.putLong(buffer.bytes(), at + RecordLayout.OUTAGE_LAST_MISSING_TICK, lastMissingTick);
    }

    /**
     * Appends what the token's streams at a venue are since this tick. A file of format 1.0 leaves it out.
     *
     * @param word as the region {@code streams} of a snapshot has it
     */
    public void streamStates(int token, long tick, int venueIndex, long word) {
        int at = addClearRecord(token, tick, RecordType.STREAM_STATES);
        buffer.bytes()[at + RecordLayout.VENUE_INDEX] = (byte) venueIndex;
        LittleEndian.putLong(buffer.bytes(), at + RecordLayout.STREAM_STATES_WORD, word);
    }

    /**
     * Appends what a venue's adapter is since this tick, to the tick log. A file of format 1.0 leaves it out.
     *
     * @param state holds, from {@code first} on, {@value #ADAPTER_STATE_WORDS} words as the region {@code adapters} of a snapshot does
     */
    public void adapterState(int venueIndex, long tick, StateBlock state, int first) {
        requireSound();
        int at = buffer.add(tickLog);
        LittleEndian.putInt(buffer.bytes(), at, RecordType.ADAPTER_STATE.code() | venueIndex << 8);
        LittleEndian.putLong(buffer.bytes(), at + RecordLayout.TICK, tick);
        for (int word = 0; word < ADAPTER_STATE_WORDS; word++) {
            int to = at + RecordLayout.ADAPTER_STATE_WORDS + word * Long.BYTES;
            LittleEndian.putLong(buffer.bytes(), to, state.getLong(first + word));
        }
    }

    /**
     * Ends the tick: what was appended since the last commit counts from now on, and is handed over and forced when that is due.
     *
     * @param tick of all that was appended since the last commit, above the last one committed
     * @param lastFrameTick the last tick up to this one in which the engine got a frame, of whatever venue
     * @throws StorageFormatException when a file of this day is already there and records cannot follow it
     * @throws IllegalStateException when the tick is not above the last, or something of another tick was appended
     */
    public void commit(long tick, long lastFrameTick) throws StorageException, StorageFormatException {
        requireSound();
        hasFailed = true; // Until the end is reached.
        if (tick <= lastTick) {
            throw new IllegalStateException("tick " + tick + " was to be committed after tick " + lastTick);
        }
        if (Ticks.epochDay(tick) != epochDay) {
            startDay(tick);
        }
        commitTick(tick, lastFrameTick, commitRecords(tick));
        lastTick = tick;
        committedTicks++;
        ticksBuffered++;
        ticksSinceRound++;
        if (durability == Durability.TICK
                || ticksBuffered >= flushTicks
                || committedRecords >= FLUSH_BYTES / RECORD_BYTES) {
            handOver();
        }
        forceWhereDue();
        hasFailed = false;
    }

    /**
     * Hands over what was committed; what was not stays in memory.
     *
     * @throws StorageException when that fails, or what was handed over before could not be forced
     */
    public void flush() throws StorageException {
        requireSound();
        hasFailed = true; // Until the end is reached.
        handOver();
        logs.forcing().look();
        hasFailed = false;
    }

    /**
     * Hands over what was committed, before snapshots that point to it, which are forced to disk one by one. Where nothing else forces
     * the log, this does: a snapshot that survives a loss of power must not be ahead of all that it was made of.
     */
    public void flushBeforeSnapshots() throws StorageException {
        if (durability == Durability.SYSTEM) {
            force();
        } else {
            flush();
        }
    }

    /** Hands over what was committed, and returns once all that this log ever wrote would survive a loss of power. */
    public void force() throws StorageException {
        flush();
        hasFailed = true; // Until the end is reached.
        LogForcing forcing = logs.forcing();
        forcing.settle();
        logs.forceChanged();
        forcing.now(committedTicks);
        ticksSinceRound = 0;
        hasFailed = false;
    }

    /**
     * Hands over what was committed and leaves the files. What was not committed is gone; after a failure, so is what was not handed
     * over.
     */
    @Override
    public void close() throws StorageException {
        try {
            if (!hasFailed) {
                flush();
            }
        } finally {
            hasFailed = true;
            logs.leaveDay();
            logs.forcing().close();
        }
    }

    /** Records of the token in the file of the day last committed, once all that is committed is handed over. */
    public long recordCount(int token) throws StorageException, StorageFormatException {
        DayLog log = logs.log(Objects.checkIndex(token, tickLog));
        if (!log.isLocated() && epochDay != NO_DAY) {
            locate(log);
        }
        return log.recordCount();
    }

    /** Records of the token that were committed since this log was made. */
    public long appendedRecords(int token) {
        return appendedRecords[token];
    }

    /** Ticks that were committed since this log was made. */
    public long committedTicks() {
        return committedTicks;
    }

    /** The most ticks that were committed and not yet known to be on disk, where none waits for the disk. */
    public long mostUnforcedTicks() {
        return mostUnforcedTicks;
    }

    private int addRecord(int token, long tick, int head) {
        requireSound();
        int at = buffer.add(Objects.checkIndex(token, tickLog));
        LittleEndian.putInt(buffer.bytes(), at, head);
        LittleEndian.putLong(buffer.bytes(), at + RecordLayout.TICK, tick);
        return at;
    }

    private int addClearRecord(int token, long tick, RecordType type) {
        int at = addRecord(token, tick, type.code());
        Arrays.fill(buffer.bytes(), at + RecordLayout.PAYLOAD, at + RECORD_BYTES, (byte) 0);
        return at;
    }

    /** How many of the tick are the tokens'. */
    private long commitRecords(long tick) throws StorageException, StorageFormatException {
        long records = 0;
        tokensOfTick = 0;
        checksumSumOfTick = 0;
        for (int record = committedRecords; record < buffer.size(); record++) {
            long recordTick = LittleEndian.getLong(buffer.bytes(), record * RECORD_BYTES + RecordLayout.TICK);
            if (recordTick != tick) {
                throw new IllegalStateException(
                        "tick " + tick + " was to be committed, and tick " + recordTick + " appended");
            }
            int log = buffer.logOf(record);
            if (!RecordType.isCode(buffer.bytes()[record * RECORD_BYTES], version)) {
                continue; // It came with a later version than the file's.
            }
            if (log < tickLog) {
                records++;
                commitRecord(log, record, tick);
            } else {
                DayLog ticks = logs.log(tickLog);
                runningHash.add(ticks.key(), seal(ticks, record));
            }
        }
        recordsOfDay += records;
        return records;
    }

    private void commitRecord(int token, int record, long tick) throws StorageException, StorageFormatException {
        if (lastTickOf[token] != tick) {
            lastTickOf[token] = tick;
            tokensOfTick++;
        }
        appendedRecords[token]++;
        DayLog log = logs.log(token);
        int sum = seal(log, record);
        checksumSumOfTick += sum & 0xffff_ffffL;
        runningHash.add(log.key(), sum);
    }

    private void commitTick(long tick, long lastFrameTick, long records)
            throws StorageException, StorageFormatException {
        int at = buffer.add(tickLog);
        byte[] bytes = buffer.bytes();
        Arrays.fill(bytes, at, at + RECORD_BYTES, (byte) 0);
        bytes[at] = (byte) RecordType.TICK.code();
        LittleEndian.putLong(bytes, at + RecordLayout.TICK, tick);
        LittleEndian.putLong(bytes, at + RecordLayout.TICK_RECORDS, records);
        LittleEndian.putLong(bytes, at + RecordLayout.TICK_TOKENS, tokensOfTick);
        LittleEndian.putLong(bytes, at + RecordLayout.TICK_RECORDS_OF_DAY, recordsOfDay);
        LittleEndian.putLong(bytes, at + RecordLayout.TICK_CHECKSUM_SUM, checksumSumOfTick);
        if (version.hasRunningHash()) {
            LittleEndian.putLong(bytes, at + RecordLayout.TICK_LAST_FRAME_TICK, lastFrameTick);
            long hash = runningHash.endTick(tick, records, lastFrameTick);
            LittleEndian.putLong(bytes, at + RecordLayout.TICK_RUNNING_HASH, hash);
        }
        seal(logs.log(tickLog), buffer.size() - 1);
        committedRecords = buffer.size();
    }

    /** Gives a record its place in its file and the checksum that binds it there. */
    private int seal(DayLog log, int record) throws StorageException, StorageFormatException {
        if (!log.isLocated()) {
            locate(log);
        }
        int at = record * RECORD_BYTES;
        int sum = checksum.of(buffer.bytes(), at, log.recordCount(), epochDay);
        LittleEndian.putInt(buffer.bytes(), at + RecordLayout.CHECKSUM, sum);
        log.chain(buffer, record);
        return sum;
    }

    private void locate(DayLog log) throws StorageException, StorageFormatException {
        Optional<RecordView> lastRecord = log.locate(epochDay, identity, continuesOtherConfigurations);
        if (lastRecord.isPresent() && lastRecord.get().tick() > lastTick) {
            throw uncommitted(log, lastRecord.get(), "the last tick committed is " + lastTick);
        }
    }

    private StorageFormatException uncommitted(DayLog log, RecordView lastRecord, String why) {
        return new StorageFormatException(
                Kind.UNCOMMITTED,
                log.name(epochDay),
                RecordLayout.offset(log.recordCount() - 1),
                "the last record is of tick " + lastRecord.tick() + ", and " + why,
                "cut it back to that tick before going on");
    }

    private void startDay(long tick) throws StorageException, StorageFormatException {
        handOver();
        logs.leaveDay();
        ticksBeforeDay = committedTicks;
        epochDay = Ticks.epochDay(tick);
        recordsOfDay = 0;
        DayLog ticks = logs.log(tickLog);
        Optional<RecordView> lastCommit = ticks.locate(epochDay, identity, continuesOtherConfigurations);
        version = ticks.version().orElse(newFiles);
        runningHash.start(lastCommit.map(RecordView::runningHash).orElse(RunningHash.START));
        if (lastCommit.isEmpty()) {
            return;
        }
        if (lastCommit.get().typeCode() != RecordType.TICK.code()) {
            throw uncommitted(ticks, lastCommit.get(), "that tick is not committed");
        }
        if (lastCommit.get().tick() >= tick) {
            throw new StorageFormatException(
                    Kind.MISMATCH,
                    ticks.name(epochDay),
                    RecordLayout.offset(ticks.recordCount() - 1),
                    "tick " + lastCommit.get().tick() + " is committed there, and tick " + tick + " was to follow",
                    "resume behind it, or give an empty data folder");
        }
        lastTick = lastCommit.get().tick();
        recordsOfDay = lastCommit.get().recordsOfDay();
    }

    private void handOver() throws StorageException {
        logs.append(buffer, version, epochDay, identity, durability == Durability.TICK);
        buffer.dropFirst(committedRecords);
        committedRecords = 0;
        ticksBuffered = 0;
    }

    /** A round that takes longer than a second makes the next one later and larger; the engine never waits for one. */
    private void forceWhereDue() throws StorageException {
        LogForcing forcing = logs.forcing();
        forcing.look();
        if (!forcing.isUnderWay()) {
            boolean isSecondOver = durability == Durability.SECOND && ticksSinceRound >= Ticks.TICKS_PER_SECOND;
            if (isSecondOver) {
                handOver();
                logs.forceChanged();
                ticksSinceRound = 0;
            }
            if (isSecondOver || forcing.hasLeft()) {
                forcing.begin(isSecondOver ? committedTicks : ticksBeforeDay);
            }
        }
        if (durability != Durability.TICK) {
            mostUnforcedTicks = Math.max(mostUnforcedTicks, committedTicks - forcing.forcedTicks());
        }
    }

    private void requireSound() {
        if (hasFailed) {
            throw new IllegalStateException("this log was closed, or failed before and takes nothing more");
        }
    }
}
