package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.event.EventBatch;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.EngineLog;
import pawl.storage.FormatVersion;
import pawl.storage.LogCatalog;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
import pawl.storage.SnapshotStore;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * Runs the canonical inputs of a data folder's logs again, without frames or adapters (D1: log = replay), tick by tick from the first
 * one committed. Every byte that it would log is compared with what is there: the first that differs ends it. One thread.
 */
public final class Reexecution implements AutoCloseable {
    /** What a configuration means, with the plugins that the logs name. */
    @FunctionalInterface
    public interface Plans {
        /** @throws PawlException when there is no such configuration, or a plugin that the header names is missing */
        EnginePlan of(String configurationSha256, LogHeader header) throws PawlException, StorageException;
    }

    private final LogStore source;
    private final ComparingStore target;
    private final OptionalLong after;
    private final Plans plans;
    private final Iterator<StoreName.TickLog> days;
    private final List<LoggedInputs> inputs = new ArrayList<>();
    private final List<EventBatch> arrived = new ArrayList<>();
    private Optional<LogReader> ticks = Optional.empty();
    private Optional<EngineParts> parts = Optional.empty();
    private Optional<LoggedAdapters> adapters = Optional.empty();
    private long tick = -1;

    public Reexecution(LogStore source, Plans plans) throws StorageException {
        this(source, plans, OptionalLong.empty(), Optional.empty());
    }

    /**
     * @param after the tick of snapshots that every token has, to go on behind; empty to begin with the first
     * @param snapshots takes those that are written on the way; empty where they are of no interest
     */
    public Reexecution(LogStore source, Plans plans, OptionalLong after, Optional<SnapshotDraft> snapshots)
            throws StorageException {
        this.source = source;
        this.plans = plans;
        this.after = after;
        target = new ComparingStore(source, snapshots);
        long firstDay = after.isPresent() ? Ticks.epochDay(after.getAsLong()) : Long.MIN_VALUE;
        days = LogCatalog.of(source).tickLogs().stream()
                .filter(day -> day.epochDay() >= firstDay)
                .iterator();
    }

    /**
     * Runs the next tick that was committed.
     *
     * @return false when there is none
     * @throws PawlException when the logs cannot be read, cannot be judged with what is here, or say something else
     */
    public boolean next() throws PawlException {
        try {
            while (ticks.isEmpty() || !nextTick(ticks.get())) {
                if (!nextDay()) {
                    return false;
                }
            }
            run();
            return true;
        } catch (ComparingStore.Difference | StorageFormatException | StorageException e) {
            throw failure(e);
        }
    }

    /** Moves on to the next TICK, and takes up what its tick says that no event does. */
    private boolean nextTick(LogReader reader) throws StorageException, StorageFormatException {
        while (reader.next()) {
            RecordView record = reader.record();
            tick = record.tick();
            if (record.type() == RecordType.TICK) {
                parts().setLastFrameTick(record.lastFrameTick());
                return true;
            }
            if (record.type() != RecordType.ADAPTER_STATE
                    || !adapters.orElseThrow().take(record)) {
                throw new StorageFormatException(
                        StorageFormatException.Kind.CORRUPT,
                        new StoreName.TickLog(Ticks.epochDay(tick)).text(),
                        record.offset(),
                        "a tick log does not hold " + record.type() + " of venue " + record.venueIndex(),
                        "restore the file from a copy");
            }
        }
        return false;
    }

    private boolean nextDay() throws PawlException, StorageException, StorageFormatException {
        closeDay();
        if (!days.hasNext()) {
            return false;
        }
        StoreName.TickLog day = days.next();
        LogReader reader = LogReader.open(source, day.text());
        ticks = Optional.of(reader);
        requireKnown(day, reader.header());
        if (parts.isEmpty()) {
            start(reader);
        }
        parts().log.beginFilesAs(reader.header().version());
        for (Token token : parts().plan.tokens()) {
            String name = new StoreName.TokenLog(token.name(), day.epochDay()).text();
            inputs.add(new LoggedInputs(source, name, presumed(name)));
        }
        return true;
    }

    private long presumed(String name) {
        return Math.max(0, (target.presumedBytes(name) - LogHeader.HEADER_BYTES) / RecordView.BYTES);
    }

    private void start(LogReader reader) throws PawlException, StorageException, StorageFormatException {
        String configuration = reader.header().identity().configurationSha256();
        if (after.isEmpty()) {
            EnginePlan plan = plans.of(configuration, reader.header());
            begin(new EngineParts(plan, target, log(plan)));
            parts().begin();
            return;
        }
        long tick = after.getAsLong();
        SnapshotStore snapshots = SnapshotStore.forReading(source);
        EnginePlan named = plans.of(configuration, reader.header());
        String token = named.tokens().getFirst().name();
        String inForce = snapshots.inspect(token, tick, new long[0]).configurationSha256();
        EnginePlan plan = inForce.equals(configuration) ? named : plans.of(inForce, reader.header());
        EngineParts restored = new EngineParts(plan, target, log(plan));
        new SnapshotRestore(source, restored).restoreAt(tick, Optional.empty());
        begin(restored);
        restored.begin();
        adapters.orElseThrow().readFrom(restored.layout.view(restored.blocks, 0, BlockLayout.ADAPTERS));
        presume(snapshots, plan, tick, reader);
    }

    /** What the logs have up to the snapshots is taken to be what the engine appended. */
    private void presume(SnapshotStore snapshots, EnginePlan plan, long tick, LogReader reader)
            throws StorageException, StorageFormatException {
        long epochDay = Ticks.epochDay(tick);
        for (Token token : plan.tokens()) {
            long records = snapshots.inspect(token.name(), tick, new long[0]).logRecords();
            presume(new StoreName.TokenLog(token.name(), epochDay).text(), records);
        }
        long committed = reader.recordsThrough(tick);
        presume(new StoreName.TickLog(epochDay).text(), committed);
        reader.seek(committed);
    }

    private void presume(String name, long records) {
        if (records > 0) {
            target.presume(name, LogHeader.HEADER_BYTES + records * RecordView.BYTES);
        }
    }

    /** Takes snapshots after the tick that ran last, as a run that stops there does. */
    public void takeSnapshots() throws PawlException {
        try {
            parts().snapshots.take(tick);
        } catch (ComparingStore.Difference | StorageFormatException | StorageException e) {
            throw failure(e);
        }
    }

    private PawlException failure(Exception e) {
        return switch (e) {
            case ComparingStore.Difference difference ->
                new PawlException(Kind.CHECK_FAILED, "tick " + tick + ": " + difference.getMessage(), difference);
            case StorageFormatException damage -> new PawlException(Kind.BAD_DATA, damage);
            default -> new PawlException(Kind.USAGE, e);
        };
    }

    /** A newer minor may have inputs of types, and meanings of bytes, that this build would pass over (E8.3). */
    private static void requireKnown(StoreName day, LogHeader header) throws PawlException {
        if (header.version().isNewerMinor()) {
            throw new PawlException(
                    Kind.CANNOT_JUDGE,
                    "cannot judge: " + day.text() + " is of format "
                            + header.version().text() + ", which may hold inputs that format "
                            + FormatVersion.CURRENT.text() + " does not know; needs a release that writes it");
        }
    }

    private void begin(EngineParts begun) {
        parts = Optional.of(begun);
        LoggedAdapters logged =
                adapters.orElseGet(() -> new LoggedAdapters(begun.plan.venues().size()));
        adapters = Optional.of(logged);
        begun.readAdaptersFrom(logged);
        for (TokenLane lane : begun.lanes) {
            lane.streams().runAgain();
        }
        while (arrived.size() < begun.lanes.length) {
            arrived.add(new EventBatch());
        }
    }

    private EngineLog log(EnginePlan plan) {
        EngineLog log = new EngineLog(target, plan.identity(), plan.tokens(), 1);
        ticks.ifPresent(reader -> log.beginFilesAs(reader.header().version()));
        log.continueOtherConfigurations();
        return log;
    }

    private void run() throws PawlException, StorageException, StorageFormatException {
        LoggedInputs last = inputs.getFirst();
        for (int token = 0; token < inputs.size(); token++) {
            arrived.get(token).clear();
            last = inputs.get(token);
            last.read(tick, arrived.get(token));
        }
        // Outages and configurations are the engine's, and in every token's log.
        if (last.changedConfiguration().isPresent()) {
            change(last.changedConfiguration().get());
        }
        if (last.hasOutage()) {
            parts().outage(tick, last.firstMissingTick(), last.lastMissingTick());
        }
        for (int token = 0; token < inputs.size(); token++) {
            inputs.get(token).giveStreams(parts().lanes[token].streams());
            EventBatch batch = arrived.get(token);
            for (int event = 0; event < batch.size(); event++) {
                parts().lanes[token].queue().arrived().addFrom(batch, event);
            }
        }
        parts().tick.run(tick);
    }

    /** Another calendar of events from this tick on. */
    private void change(String configurationSha256) throws PawlException, StorageException {
        EngineParts before = parts();
        EnginePlan plan = plans.of(configurationSha256, ticks.orElseThrow().header());
        before.snapshots.writeRest();
        before.log.close();
        EngineParts after = new EngineParts(plan, target, log(plan));
        after.takeOver(before);
        after.begin();
        after.tick.announceConfiguration(configurationSha256);
        begin(after);
    }

    /** The state after the tick that ran last, to look at. */
    public EngineParts parts() {
        return parts.orElseThrow();
    }

    /** The tick that ran last. */
    public long tick() {
        return tick;
    }

    private void closeDay() throws StorageException {
        for (LoggedInputs input : inputs) {
            input.close();
        }
        inputs.clear();
        if (ticks.isPresent()) {
            ticks.get().close();
        }
        ticks = Optional.empty();
    }

    @Override
    public void close() throws StorageException {
        closeDay();
        if (parts.isPresent()) {
            parts.get().log.close();
        }
    }
}
