package pawl.kernel.seal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.seal.SealFinding.Kind;
import pawl.seal.Checkpoint;
import pawl.seal.SealFormatException;
import pawl.seal.VerifierKey;
import pawl.storage.LogHeader;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * Holds a sealed day's checkpoints against its logs, its predecessor and an operator's key (D10). It changes nothing, and an engine may be
 * writing other days meanwhile.
 */
public final class SealCheck {
    private final LogStore store;
    private final long epochDay;
    private final Optional<VerifierKey> key;
    private final List<SealFinding> findings = new ArrayList<>();

    private SealCheck(LogStore store, long epochDay, Optional<VerifierKey> key) {
        this.store = store;
        this.epochDay = epochDay;
        this.key = key;
    }

    /**
     * Checks the day; empty where it is not sealed.
     *
     * @param key of the operator who is to have signed it; without one signatures are not looked at
     * @throws StorageException when something cannot be read
     */
    public static Optional<SealVerdict> verifyDay(LogStore store, long epochDay, Optional<VerifierKey> key)
            throws StorageException {
        if (!SealedDays.of(store).sealed().contains(epochDay)) {
            return Optional.empty();
        }
        return Optional.of(new SealCheck(store, epochDay, key).verdict());
    }

    private SealVerdict verdict() throws StorageException {
        StoreName dayName = new StoreName.DaySeal(epochDay);
        Optional<StoredCheckpoint> day = read(dayName);
        String suffix = "/" + LocalDate.ofEpochDay(epochDay);
        if (day.isEmpty() || !day.get().checkpoint().origin().endsWith(suffix)) {
            day.ifPresent(seal -> add(
                    Kind.NO_CHECKPOINT,
                    dayName,
                    "its origin is " + seal.checkpoint().origin() + ", of another day"));
            return new SealVerdict(epochDay, DayOrigins.UNSIGNED, false, findings);
        }
        String origin = day.get().checkpoint().origin();
        DayOrigins origins = new DayOrigins(origin.substring(0, origin.length() - suffix.length()), epochDay);
        checkSigner(dayName, day.get(), origins);
        checkTrees(day.get().checkpoint(), origins);
        return new SealVerdict(epochDay, origins.operator(), day.get().isSigned(), findings);
    }

    private void checkTrees(Checkpoint day, DayOrigins origins) throws StorageException {
        Optional<Checkpoint> ticks =
                checkLog(new StoreName.TickSeal(epochDay), new StoreName.TickLog(epochDay), origins.ticks(), origins);
        List<DayCheckpoints.OfToken> tokens = new ArrayList<>();
        for (String name : tokenNames()) {
            checkLog(
                            new StoreName.TokenSeal(name, epochDay),
                            new StoreName.TokenLog(name, epochDay),
                            origins.token(name),
                            origins)
                    .ifPresent(checkpoint -> tokens.add(new DayCheckpoints.OfToken(name, checkpoint)));
        }
        checkDay(day, origins, ticks, tokens);
    }

    /** Of logs and of checkpoints: whichever of the two is missing is found. */
    private List<String> tokenNames() throws StorageException {
        List<String> names = new ArrayList<>(DayCheckpoints.tokenNames(store, epochDay));
        for (String name : store.list(StoreName.SEALS + "/" + LocalDate.ofEpochDay(epochDay))) {
            switch (StoreName.parse(name).orElse(null)) {
                case StoreName.TokenSeal seal -> names.add(seal.tokenName());
                case StoreName.TickSeal seal -> {}
                case null, default ->
                    findings.add(new SealFinding(
                            Kind.NO_CHECKPOINT, name, 0, "no checkpoint of a sealed day has this name"));
            }
        }
        return DayCheckpoints.sorted(names);
    }

    private void checkDay(
            Checkpoint day, DayOrigins origins, Optional<Checkpoint> ticks, List<DayCheckpoints.OfToken> tokens)
            throws StorageException {
        StoreName name = new StoreName.DaySeal(epochDay);
        try {
            TreeSet<Long> sealed = new TreeSet<>(SealedDays.of(store).sealed());
            String predecessor = SealedDays.predecessor(store, sealed, epochDay);
            if (ticks.isEmpty()
                    || !DayCheckpoints.ofDay(origins, predecessor, ticks.get(), tokens)
                            .equals(day)) {
                Long before = sealed.lower(epochDay);
                add(
                        Kind.DAY_DIFFERS,
                        name,
                        "it is not of the " + (ticks.isEmpty() ? 0 : 1) + " + " + tokens.size()
                                + " checkpoints of logs that are here, behind "
                                + (before == null ? "no earlier day" : LocalDate.ofEpochDay(before))
                                + ": one of them was put in place of another, added or taken away");
            }
        } catch (PawlException e) {
            add(Kind.DAY_DIFFERS, name, "its predecessor cannot be read: " + e.getMessage());
        }
    }

    /** Checks one log; gives its checkpoint where it can be read. */
    private Optional<Checkpoint> checkLog(StoreName seal, StoreName log, String origin, DayOrigins origins)
            throws StorageException {
        boolean hasLog = store.exists(log.text());
        if (!store.exists(seal.text())) {
            add(Kind.MISSING, seal, "there is " + (hasLog ? log.text() : "a sealed day") + ", and not this checkpoint");
            return Optional.empty();
        }
        Optional<StoredCheckpoint> stored = read(seal);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = stored.get().checkpoint();
        checkSigner(seal, stored.get(), origins);
        if (!checkpoint.origin().equals(origin)) {
            add(Kind.NO_CHECKPOINT, seal, "its origin is " + checkpoint.origin() + ", expected " + origin);
        } else if (!hasLog) {
            add(Kind.MISSING, log, "there is " + seal.text() + ", and not this log");
        } else {
            compare(checkpoint, log);
        }
        return Optional.of(checkpoint);
    }

    private void compare(Checkpoint checkpoint, StoreName log) throws StorageException {
        try {
            long leaves = LogLeaves.count(store, log.text());
            Checkpoint found = DayCheckpoints.ofLog(store, log.text(), checkpoint.origin(), checkpoint.size());
            if (leaves < checkpoint.size()) {
                add(
                        Kind.LOG_SHRANK,
                        log,
                        offset(leaves),
                        "the log ends here, " + (checkpoint.size() - leaves) + " records before what was sealed does");
            } else if (!found.equals(checkpoint)) {
                add(Kind.LOG_DIFFERS, log, "its records are not those that were sealed");
            } else if (leaves > checkpoint.size()) {
                add(
                        Kind.LOG_GREW,
                        log,
                        offset(checkpoint.size()),
                        "from here on there are " + (leaves - checkpoint.size()) + " records that were not sealed");
            }
        } catch (StorageFormatException e) {
            add(Kind.LOG_DIFFERS, log, e.offset(), "it holds no whole records: " + e.getMessage());
        }
    }

    private static long offset(long leaf) {
        return leaf == 0 ? 0 : LogHeader.HEADER_BYTES + (leaf - 1) * LogLeaves.RECORD_BYTES;
    }

    private void checkSigner(StoreName name, StoredCheckpoint stored, DayOrigins origins) {
        if (key.isEmpty()) {
            return;
        }
        if (!stored.isSigned()) {
            add(Kind.UNSIGNED, name, "nobody signed it");
        } else if (!origins.operator().equals(key.get().name()) || !key.get().isSignerOf(stored.note())) {
            add(Kind.OTHER_SIGNER, name, "it is not signed by " + key.get().text());
        }
    }

    private Optional<StoredCheckpoint> read(StoreName name) throws StorageException {
        try {
            return StoredCheckpoint.read(store, name.text());
        } catch (SealFormatException e) {
            add(Kind.NO_CHECKPOINT, name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void add(Kind kind, StoreName name, String found) {
        add(kind, name, 0, found);
    }

    private void add(Kind kind, StoreName name, long offset, String found) {
        findings.add(new SealFinding(kind, name.text(), offset, found));
    }
}
