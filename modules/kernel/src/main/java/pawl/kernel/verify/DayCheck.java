package pawl.kernel.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.RunningHash;
import pawl.storage.SegmentBytes;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** The logs of one UTC day: every header and record, and that the tick log's commits and the tokens' records agree. One thread. */
final class DayCheck {
    private static final long UNKNOWN = Long.MAX_VALUE;

    /** Whose records end where, to say which file lacks some. */
    private record End(String name, long tick, long offset) {}

    /** Ticks that did not run. */
    private record Outage(long first, long last) {}

    private final LogStore store;
    private final Findings findings;
    private final long epochDay;
    private final boolean isLast;
    private final CommittedTicks ticks = new CommittedTicks();
    private final Map<Long, Outage> outages = new TreeMap<>();
    private final List<End> ends = new ArrayList<>();
    private final List<LogHeader> headers = new ArrayList<>();
    private final List<String> changedConfigurations = new ArrayList<>();
    private boolean areTicksSound = true;
    private boolean hasRunningHash;
    private long damagedFromTick = UNKNOWN;
    private long records;
    private long newRecordTypes;

    /** @param isLast whether no later day has a tick log, so that what its tokens' logs have behind it may be uncommitted */
    DayCheck(LogStore store, Findings findings, long epochDay, boolean isLast) {
        this.store = store;
        this.findings = findings;
        this.epochDay = epochDay;
        this.isLast = isLast;
    }

    /**
     * @param previousTick the last of the day before; below 0 where there is none
     * @param tokens names of tokens that may have a log that day
     */
    void check(FolderContents.Day day, long previousTick, Supplier<List<String>> tokens) throws StorageException {
        if (day.hasTicks()) {
            readTicks();
        } else if (isLast) {
            findings.uncommitted(ticksName(), 0, "it is not there, so that nothing of that day is committed");
        } else {
            findings.damage(ticksName(), 0, "it is missing, and there are logs of that day: restore it from a copy");
            areTicksSound = false;
        }
        for (StoreName.TokenLog log : day.logs()) {
            readToken(log);
        }
        compare(tokens);
        requireNoBreak(previousTick);
    }

    private String ticksName() {
        return new StoreName.TickLog(epochDay).text();
    }

    private void readTicks() throws StorageException {
        String name = ticksName();
        try (LogReader reader = LogReader.open(store, name)) {
            headers.add(reader.header());
            hasRunningHash = reader.header().version().hasRunningHash();
            boolean isTailOpen = false;
            while (reader.next()) {
                RecordView record = reader.record();
                isTailOpen = record.type() != RecordType.TICK;
                take(record, name);
            }
            newRecordTypes += reader.unknownRecords();
            if (isTailOpen) {
                behind(name, reader.record().offset(), "no TICK follows the last records");
            }
        } catch (StorageFormatException e) {
            if (!isCutOff(e)) {
                findings.damage(e);
                areTicksSound = false;
            }
        }
    }

    private void take(RecordView record, String name) {
        RecordType type = record.type();
        if (type == RecordType.TICK) {
            ticks.addTick(record);
        } else if (type == RecordType.ADAPTER_STATE) {
            ticks.addAdapterState(record);
        } else {
            findings.damage(name, record.offset(), record.tick(), "a tick log does not hold a record of type " + type);
        }
    }

    /** The end of a file that its writer did not come to write, which a recovery puts aside. */
    private boolean isCutOff(StorageFormatException e) throws StorageException {
        boolean isTorn = isLast && e.kind() == StorageFormatException.Kind.TRUNCATED;
        boolean isBlank =
                isLast && e.kind() == StorageFormatException.Kind.CORRUPT && isBlankFrom(e.name(), e.offset());
        if (isTorn || isBlank) {
            behind(
                    e.name(),
                    e.offset(),
                    isTorn ? "the file ends inside a header or record" : "nothing but zero bytes follow");
        }
        return isTorn || isBlank;
    }

    private boolean isBlankFrom(String name, long offset) throws StorageException {
        try (LogSegment segment = store.open(name)) {
            return SegmentBytes.isZeroFrom(segment, offset);
        }
    }

    private void behind(String name, long offset, String what) {
        if (isLast) {
            findings.uncommitted(name, offset, what);
        } else {
            findings.damage(name, offset, what + ", and later days have ticks: restore the file from a copy");
        }
    }

    private void readToken(StoreName.TokenLog log) throws StorageException {
        String name = log.text();
        long lastTick = -1;
        long offset = LogHeader.HEADER_BYTES;
        try (LogReader reader = LogReader.open(store, name)) {
            headers.add(reader.header());
            CommittedTicks.Cursor cursor = ticks.new Cursor(RunningHash.logKey(log.tokenName()));
            boolean isBehind = false;
            while (reader.next()) {
                RecordView record = reader.record();
                lastTick = record.tick();
                if (cursor.add(lastTick, record.checksum())) {
                    records++;
                    offset = record.offset() + RecordView.BYTES;
                    remember(record, name);
                } else if (areTicksSound && !isBehind) {
                    isBehind = true;
                    strayRecord(name, record);
                }
            }
            newRecordTypes += reader.unknownRecords();
        } catch (StorageFormatException e) {
            if (!isCutOff(e)) {
                findings.damage(e);
                damagedFromTick = Math.min(damagedFromTick, Math.max(lastTick, 0));
            }
        }
        ends.add(new End(name, lastTick, offset));
    }

    /** A record of a tick that has no TICK. */
    private void strayRecord(String name, RecordView record) {
        boolean isBehindAll = ticks.count() == 0 || record.tick() > ticks.tick(ticks.count() - 1);
        String what =
                "record " + record.sequence() + " is of tick " + record.tick() + ", which the tick log does not commit";
        if (isBehindAll) {
            behind(name, record.offset(), what);
        } else {
            findings.damage(name, record.offset(), record.tick(), what + ": restore the folder from a copy");
        }
    }

    private void remember(RecordView record, String name) {
        RecordType type = record.type();
        if (type == RecordType.OUTAGE) {
            outages.put(record.tick(), new Outage(record.firstMissingTick(), record.lastMissingTick()));
        } else if (type == RecordType.CONFIGURATION_CHANGE) {
            changedConfigurations.add(record.configurationSha256());
        } else if (type == RecordType.TICK || type == RecordType.ADAPTER_STATE) {
            findings.damage(
                    name, record.offset(), record.tick(), "a token's log does not hold a record of type " + type);
        }
    }

    /** The first tick that does not agree is named, since all later ones of the day hang on it. */
    private void compare(Supplier<List<String>> tokens) {
        RunningHash hash = new RunningHash();
        long recordsOfDay = 0;
        for (int at = 0; at < ticks.count() && ticks.tick(at) < damagedFromTick; at++) {
            if (!ticks.agrees(at, recordsOfDay)) {
                disagreement(at, tokens.get());
                return;
            }
            recordsOfDay += ticks.saidRecords(at);
            if (hasRunningHash && !ticks.hasHash(at, hash)) {
                findings.damage(
                        ticksName(),
                        ticks.offset(at),
                        ticks.tick(at),
                        "the running hash does not follow from the records: restore the folder from a copy");
                return;
            }
        }
    }

    private void disagreement(int at, List<String> tokens) {
        long tick = ticks.tick(at);
        String what = "tick " + tick + " says " + ticks.said(at) + ", the tokens' logs have " + ticks.found(at);
        List<End> ended = ticks.surplus(at) < 0 ? endedBy(tick, tokens) : List.of();
        if (ended.size() == 1) {
            End only = ended.getFirst();
            findings.damage(
                    only.name(),
                    only.offset(),
                    tick,
                    what + "; this log " + (only.offset() == 0 ? "is missing" : "ends here")
                            + ": restore it from a copy");
        } else {
            String places = String.join(
                    ", ",
                    ended.stream()
                            .map(end -> end.name() + " at byte " + end.offset())
                            .toList());
            findings.damage(
                    ticksName(),
                    ticks.offset(at),
                    tick,
                    what + (ended.isEmpty() ? "" : "; one of these logs ends too early or is missing: " + places)
                            + ": restore the folder from a copy");
        }
    }

    /** The logs that may lack records of a tick: those that end by then, and those that are not there. */
    private List<End> endedBy(long tick, List<String> tokens) {
        List<End> ended =
                new ArrayList<>(ends.stream().filter(end -> end.tick() <= tick).toList());
        for (String token : tokens) {
            String name = new StoreName.TokenLog(token, epochDay).text();
            if (ends.stream().noneMatch(end -> end.name().equals(name))) {
                ended.add(new End(name, -1, 0));
            }
        }
        return ended;
    }

    /** Ticks rise by one but for those that an OUTAGE names. */
    private void requireNoBreak(long previousTick) {
        if (!areTicksSound || damagedFromTick != UNKNOWN) {
            return;
        }
        long before = previousTick;
        for (int at = 0; at < ticks.count(); at++) {
            long tick = ticks.tick(at);
            Optional<Outage> outage = Optional.ofNullable(outages.get(tick));
            boolean follows = before < 0
                    || tick == before + 1
                    || (outage.isPresent()
                            && outage.get().first() == before + 1
                            && outage.get().last() == tick - 1);
            if (!follows) {
                String ended = at > 0 ? "" : ", the last of " + new StoreName.TickLog(Ticks.epochDay(before)).text();
                findings.damage(
                        ticksName(),
                        ticks.offset(at),
                        tick,
                        "tick " + tick + " comes after tick " + before + ended
                                + ", and no OUTAGE says why: restore the folder from a copy");
                return;
            }
            before = tick;
        }
    }

    /** How much of each file is of committed ticks. */
    Map<String, Long> committedBytes() {
        Map<String, Long> bytes = new TreeMap<>();
        ends.forEach(end -> bytes.put(end.name(), end.offset()));
        if (ticks.count() > 0) {
            bytes.put(ticksName(), ticks.offset(ticks.count() - 1) + RecordView.BYTES);
        }
        return bytes;
    }

    long ticks() {
        return ticks.count();
    }

    Optional<Long> firstTick() {
        return ticks.count() == 0 ? Optional.empty() : Optional.of(ticks.tick(0));
    }

    Optional<Long> lastTick() {
        return ticks.count() == 0 ? Optional.empty() : Optional.of(ticks.tick(ticks.count() - 1));
    }

    long records() {
        return records;
    }

    List<LogHeader> headers() {
        return headers;
    }

    /** Hashes that CONFIGURATION_CHANGE records name. */
    List<String> changedConfigurations() {
        return changedConfigurations;
    }

    /** Records that came with a later minor version than this build's. */
    long newRecordTypes() {
        return newRecordTypes;
    }
}
