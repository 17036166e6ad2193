package pawl.kernel.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.engine.Reexecution;
import pawl.seal.VerifierKey;
import pawl.storage.ConfigurationFiles;
import pawl.storage.CutView;
import pawl.storage.LogCatalog;
import pawl.storage.LogHeader;
import pawl.storage.SetAside;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * Verifies one folder: first that its bytes are sound and complete, then that its seals hold, then that its inputs give its decisions. What
 * is committed when it begins is what counts. One thread.
 */
public final class VerificationRun {
    private final LogStore store;
    private final Reexecution.Plans plans;
    private final OptionalLong onlyDay;
    private final Optional<VerifierKey> key;
    private final Findings findings = new Findings();
    private final Set<String> namedConfigurations = new TreeSet<>();
    private final List<SetAside> committed = new ArrayList<>();
    private long firstTick = -1;
    private long lastTick = -1;
    private boolean hasFirstFormat;
    private long ticks;
    private long records;

    /**
     * @param onlyDay the epoch day to look at; empty for all
     * @param key that seals must be signed with; empty to look at no signature
     */
    public VerificationRun(LogStore store, Reexecution.Plans plans, OptionalLong onlyDay, Optional<VerifierKey> key) {
        this.store = store;
        this.plans = plans;
        this.onlyDay = onlyDay;
        this.key = key;
    }

    public VerificationReport run(FolderListing listing) throws StorageException {
        FolderContents contents = FolderContents.of(listing, findings, onlyDay);
        checkDays(contents);
        if (lastTick >= 0) {
            new SnapshotCheck(store, findings).check(contents, lastTick);
        }
        checkConfigurations(contents);
        if (findings.isSound()) {
            new SealsCheck(store, key, findings).check(contents);
        }
        StateProof proof = new StateProof(new CutView(store, committed), plans, contents, findings);
        if (hasFirstFormat) {
            proof.withoutSnapshots();
            findings.tell(
                    "logs of format 1.0 do not say all that a snapshot holds, so that no snapshot's state was compared");
        }
        if (findings.isSound() && lastTick >= 0) {
            proof.run(lastTick);
        }
        if (!findings.uncommitted().isEmpty() && lastTick >= 0) {
            if (hasGrown()) {
                findings.engineIsWriting(lastTick);
            } else {
                tellLastCommit();
            }
        }
        return report(contents, proof);
    }

    private void tellLastCommit() {
        String ticksName = new StoreName.TickLog(Ticks.epochDay(lastTick)).text();
        for (SetAside kept : committed) {
            if (kept.name().equals(ticksName)) {
                findings.uncommitted(ticksName, kept.keptBytes(), "behind its last commit, tick " + lastTick);
            }
        }
    }

    /** Whether what was not committed is so now, since an engine is writing there. */
    private boolean hasGrown() throws StorageException {
        try {
            return LogCatalog.of(store).lastCommittedTick(store).orElse(-1) > lastTick;
        } catch (StorageFormatException e) {
            return false; // Caught in the middle of a write; the findings stand.
        }
    }

    private void checkDays(FolderContents contents) throws StorageException {
        long lastDay = contents.days().entrySet().stream()
                .filter(day -> day.getValue().hasTicks())
                .mapToLong(Map.Entry::getKey)
                .max()
                .orElse(-1);
        long previousTick = -1;
        for (Map.Entry<Long, FolderContents.Day> day : contents.days().entrySet()) {
            if (!contents.isJudged(day.getKey())) {
                continue;
            }
            boolean isLast = day.getKey() >= lastDay;
            DayCheck check = new DayCheck(store, findings, day.getKey(), isLast);
            check.check(day.getValue(), previousTick, () -> tokens(contents, check.headers()));
            check.headers().forEach(this::remember);
            namedConfigurations.addAll(check.changedConfigurations());
            ticks += check.ticks();
            records += check.records();
            firstTick = firstTick < 0 ? check.firstTick().orElse(-1L) : firstTick;
            lastTick = Math.max(lastTick, check.lastTick().orElse(-1L));
            previousTick = lastTick;
            if (isLast) {
                check.committedBytes().forEach(this::keep);
            }
            if (check.newRecordTypes() > 0) {
                findings.need("a release that knows all record types: there are " + check.newRecordTypes()
                        + " records of types that came later");
            }
        }
    }

    private void remember(LogHeader header) {
        namedConfigurations.add(header.identity().configurationSha256());
        hasFirstFormat |= !header.version().hasRunningHash();
    }

    /** What comes behind is not committed, or was committed meanwhile. */
    private void keep(String name, long bytes) {
        committed.add(new SetAside(name, bytes, 0, "not committed when it was looked at"));
    }

    /** Names of tokens that may have a log: those that something is here of, and those of the configuration. */
    private List<String> tokens(FolderContents contents, List<LogHeader> ofDay) {
        Set<String> names = contents.tokenNames();
        for (LogHeader header : ofDay) {
            try {
                plans.of(header.identity().configurationSha256(), header)
                        .tokens()
                        .forEach((Token token) -> names.add(token.name()));
            } catch (PawlException | StorageException | RuntimeException e) {
                findings.tell("the configuration's tokens are not known: " + e.getMessage());
            }
        }
        return new ArrayList<>(names);
    }

    private void checkConfigurations(FolderContents contents) throws StorageException {
        for (String sha256 : contents.configurations()) {
            try {
                ConfigurationFiles.read(store, sha256);
            } catch (StorageFormatException e) {
                findings.damage(e);
            }
            if (!namedConfigurations.contains(sha256)) {
                findings.tell(new StoreName.Configuration(sha256).text() + " is named by no log");
            }
        }
        for (String sha256 : namedConfigurations) {
            if (!contents.configurations().contains(sha256)) {
                findings.need(new StoreName.Configuration(sha256).text() + ", which the logs name; it is missing");
            }
        }
    }

    private VerificationReport report(FolderContents contents, StateProof proof) {
        return new VerificationReport(
                optional(firstTick),
                optional(lastTick),
                ticks,
                records,
                contents.files(),
                contents.bytes(),
                findings.damage(),
                findings.unlistedDamage(),
                proof.difference(),
                proof.ticks(),
                proof.snapshots(),
                findings.needed(),
                findings.uncommitted(),
                findings.seals(),
                findings.told());
    }

    private static OptionalLong optional(long tick) {
        return tick < 0 ? OptionalLong.empty() : OptionalLong.of(tick);
    }
}
