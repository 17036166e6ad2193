package pawl.kernel.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import pawl.api.event.EventBatch;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.EngineLog;
import pawl.storage.LogCatalog;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.RecordView;
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
    private final Plans plans;
    private final Iterator<StoreName.TickLog> days;
    private final List<LoggedInputs> inputs = new ArrayList<>();
    private final List<EventBatch> arrived = new ArrayList<>();
    private Optional<LogReader> ticks = Optional.empty();
    private Optional<EngineParts> parts = Optional.empty();
    private Optional<LoggedAdapters> adapters = Optional.empty();
    private long tick = -1;

    public Reexecution(LogStore source, Plans plans) throws StorageException {
        this.source = source;
        this.plans = plans;
        target = new ComparingStore(source);
        days = LogCatalog.of(source).tickLogs().iterator();
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
        } catch (ComparingStore.Difference e) {
            throw new PawlException(Kind.CHECK_FAILED, "tick " + tick + ": " + e.getMessage(), e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
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
        if (parts.isEmpty()) {
            EnginePlan plan = plans.of(reader.header().identity().configurationSha256(), reader.header());
            begin(new EngineParts(plan, target, log(plan)));
            parts().begin();
        }
        parts().log.beginFilesAs(reader.header().version());
        for (Token token : parts().plan.tokens()) {
            inputs.add(new LoggedInputs(source, new StoreName.TokenLog(token.name(), day.epochDay()).text()));
        }
        return true;
    }

    private void begin(EngineParts begun) {
        parts = Optional.of(begun);
        LoggedAdapters logged =
                adapters.orElseGet(() -> new LoggedAdapters(begun.plan.venues().size()));
        adapters = Optional.of(logged);
        begun.readAdaptersFrom(logged);
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
