package pawl.kernel.recovery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogSegment;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RecoveryReport;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.engine.SnapshotDraft;
import pawl.storage.AsideFolder;
import pawl.storage.CutView;
import pawl.storage.LogCatalog;
import pawl.storage.LogHeader;
import pawl.storage.LogReader;
import pawl.storage.RecoveryPlan;
import pawl.storage.SetAside;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;
import pawl.storage.StoreSurvey;

/**
 * Makes a data folder whose engine was cut off what it would be had the engine stopped after its last committed tick (D9): what is beyond is
 * moved aside, the state is run again from the newest snapshots and compared with the logs, and snapshots of that tick are written. Nothing is
 * changed before all of it has been read, run and compared.
 */
public final class Recovery {
    private final LogStore store;
    private final Reexecution.Plans plans;
    private final TokenNames tokens;
    private final boolean cutsDamage;

    /** Which tokens a configuration has. */
    @FunctionalInterface
    public interface TokenNames {
        /** @throws PawlException when there is no such configuration */
        List<String> of(String configurationSha256) throws PawlException, StorageException;
    }

    /**
     * @param store open for writing, or for reading where nothing is to be applied
     * @param plans what the logs' headers mean; asked only where ticks are to be run again
     * @param tokens of the configurations that the headers name
     * @param cutsDamage whether what no crash leaves is set aside, too, with all that came after it
     */
    public Recovery(LogStore store, Reexecution.Plans plans, TokenNames tokens, boolean cutsDamage) {
        this.store = store;
        this.plans = plans;
        this.tokens = tokens;
        this.cutsDamage = cutsDamage;
    }

    /**
     * Says what there is to do, and with {@code applies} does it.
     *
     * @throws PawlException with {@link Kind#BAD_DATA} where bytes are damaged as no crash damages them, and with {@link
     *     Kind#CHECK_FAILED} where the logs' inputs, run again, give other bytes; the folder is then as it was
     */
    public RecoveryReport run(boolean applies) throws PawlException {
        try {
            RecoveryPlan plan = new StoreSurvey(store, tokenNames(), cutsDamage).plan();
            SnapshotDraft draft = new SnapshotDraft(new CutView(store, plan.asides()));
            long ticks = plan.committedTick().isEmpty() || plan.hasStopped()
                    ? 0
                    : runAgain(plan, draft, plan.committedTick().getAsLong());
            Optional<String> folder = applies ? apply(plan, draft) : Optional.empty();
            return new RecoveryReport(
                    plan.committedTick(),
                    plan.asides().stream().map(SetAside::text).toList(),
                    folder,
                    ticks,
                    plan.unrecognized(),
                    plan.isClean());
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    /** By the newest tick log that has a header; none where no day has one, and nothing is committed. */
    private List<String> tokenNames() throws PawlException, StorageException {
        for (StoreName.TickLog day : LogCatalog.of(store).tickLogs().reversed()) {
            Optional<LogHeader> header = header(day);
            if (header.isPresent()) {
                return tokens.of(header.get().identity().configurationSha256());
            }
        }
        return List.of();
    }

    private Optional<LogHeader> header(StoreName.TickLog day) throws StorageException {
        try (LogReader reader = LogReader.open(store, day.text())) {
            return Optional.of(reader.header());
        } catch (StorageFormatException e) {
            return Optional.empty(); // The survey says whether a crash or something else did that.
        }
    }

    private long runAgain(RecoveryPlan plan, SnapshotDraft draft, long committedTick)
            throws PawlException, StorageException {
        OptionalLong from = plan.snapshotTick();
        long ticks = 0;
        CutView source = new CutView(store, plan.asides());
        requireWhatEventsDoNotSay(source);
        try (Reexecution again = new Reexecution(source, plans, from, Optional.of(draft))) {
            while (again.next()) {
                ticks++;
            }
            if (again.tick() != committedTick) {
                throw new PawlException(
                        Kind.INVARIANT,
                        "tick " + committedTick + " was committed, and running again ended at " + again.tick());
            }
            again.takeSnapshots();
        }
        return ticks;
    }

    /** Files of format 1.0 do not say it, so that the state cannot be found again. */
    private static void requireWhatEventsDoNotSay(LogStore source) throws PawlException, StorageException {
        try (LogReader reader = LogReader.open(
                source, LogCatalog.of(source).tickLogs().getLast().text())) {
            if (!reader.header().version().hasRunningHash()) {
                throw new PawlException(
                        Kind.USAGE,
                        "the run that wrote the data folder was cut off, and its logs of format "
                                + reader.header().version().text()
                                + " do not say all that its state needs: replay into an empty folder");
            }
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        }
    }

    private Optional<String> apply(RecoveryPlan plan, SnapshotDraft draft) throws StorageException {
        Optional<String> folder = plan.asides().isEmpty()
                ? Optional.empty()
                : Optional.of(AsideFolder.move(store, plan.asides(), plan.committedTick()));
        forceLogs();
        draft.writeTo(store);
        return folder;
    }

    /** A snapshot is forced to disk, so what it points to must be there before it. */
    private void forceLogs() throws StorageException {
        LogCatalog catalog = LogCatalog.of(store);
        if (catalog.tickLogs().isEmpty()) {
            return;
        }
        long lastDay = catalog.tickLogs().getLast().epochDay();
        for (StoreName.TokenLog log : catalog.tokenLogs()) {
            if (log.epochDay() == lastDay) {
                force(log);
            }
        }
        force(catalog.tickLogs().getLast());
    }

    private void force(StoreName log) throws StorageException {
        try (LogSegment segment = store.open(log.text())) {
            segment.force();
        }
    }
}
