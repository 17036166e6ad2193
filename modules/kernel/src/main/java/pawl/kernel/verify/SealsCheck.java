package pawl.kernel.verify;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.seal.SealCheck;
import pawl.kernel.seal.SealFinding;
import pawl.kernel.seal.SealVerdict;
import pawl.seal.VerifierKey;
import pawl.storage.StoreName;

/** The seals of the days that are judged: roots, chain and signatures. */
final class SealsCheck {
    private final LogStore store;
    private final Optional<VerifierKey> key;
    private final Findings findings;

    SealsCheck(LogStore store, Optional<VerifierKey> key, Findings findings) {
        this.store = store;
        this.key = key;
        this.findings = findings;
    }

    void check(FolderContents contents) throws StorageException {
        Map<Long, StoreName> sealFiles = new TreeMap<>();
        contents.seals().forEach(seal -> sealFiles.put(seal.epochDay(), seal));
        for (long day : contents.days().keySet()) {
            if (contents.isJudged(day) && !sealFiles.containsKey(day)) {
                findings.seal(LocalDate.ofEpochDay(day) + " is not sealed");
            }
        }
        for (long day : sealFiles.keySet()) {
            if (contents.isJudged(day)) {
                check(day);
            }
        }
    }

    private void check(long day) throws StorageException {
        Optional<SealVerdict> verdict = SealCheck.verifyDay(store, day, key);
        if (verdict.isEmpty()) {
            findings.uncommitted(
                    new StoreName.DaySeal(day).text(),
                    0,
                    "it is not there, and other checkpoints of the day are: seal the day with pawl seal");
            return;
        }
        for (SealFinding found : verdict.get().findings()) {
            findings.damage(found.file(), found.offset(), found.found());
        }
        if (verdict.get().findings().isEmpty()) {
            findings.seal(LocalDate.ofEpochDay(day) + " is sealed, " + signed(verdict.get()));
        }
    }

    private String signed(SealVerdict verdict) {
        if (!verdict.isSigned()) {
            return "and nobody signed it";
        }
        return key.isPresent()
                ? "signed by " + verdict.operator()
                : "signed in the name of " + verdict.operator()
                        + ", which was not checked: name their public key with --key";
    }
}
