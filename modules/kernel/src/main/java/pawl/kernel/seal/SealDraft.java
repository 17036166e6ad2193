package pawl.kernel.seal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SealReport;
import pawl.seal.Checkpoint;
import pawl.seal.SealFormatException;
import pawl.seal.SignerKey;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * The seal of a day before it lies in the store: computed from a store that is only read, on any thread.
 *
 * @param files in the order in which they are to be stored; the last makes the day sealed. None where the store has the same seal already
 */
public record SealDraft(SealReport report, List<File> files) {
    /** A file that is to come into the store. */
    public record File(String name, String text) {}

    public SealDraft {
        files = List.copyOf(files);
    }

    /**
     * Checks the day's logs, and computes its checkpoints.
     *
     * @param key without it the day is sealed unsigned
     * @throws PawlException when the day has no logs, they are damaged or hold what was not committed, an earlier day is not sealed, a later
     *     one is, or the day is sealed already and its logs are not what was sealed
     */
    public static SealDraft of(LogStore store, long epochDay, Optional<SignerKey> key)
            throws PawlException, StorageException {
        SealedDays days = SealedDays.of(store);
        requireNext(days, epochDay);
        try {
            CommittedDay.require(store, epochDay);
            Optional<StoredCheckpoint> existing = StoredCheckpoint.read(store, new StoreName.DaySeal(epochDay).text());
            DayOrigins origins = new DayOrigins(operator(existing, epochDay, key), epochDay);
            DayCheckpoints checkpoints =
                    DayCheckpoints.of(store, origins, SealedDays.predecessor(store, days.sealed(), epochDay));
            if (existing.isPresent()) {
                requireSame(existing.get(), checkpoints.day(), epochDay);
                return new SealDraft(
                        report(epochDay, origins, existing.get().isSigned(), false, checkpoints), List.of());
            }
            return new SealDraft(
                    report(epochDay, origins, key.isPresent(), true, checkpoints), files(epochDay, checkpoints, key));
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e);
        } catch (SealFormatException e) {
            String name = new StoreName.DaySeal(epochDay).text();
            throw new PawlException(Kind.BAD_DATA, name + ": " + e.getMessage() + "; restore it from a copy", e);
        }
    }

    private static void requireNext(SealedDays days, long epochDay) throws PawlException {
        String day = LocalDate.ofEpochDay(epochDay).toString();
        if (!days.logged().contains(epochDay)) {
            throw new PawlException(Kind.USAGE, "there is no tick log of " + day + "; nothing ran on that day");
        }
        if (days.sealed().contains(epochDay)) {
            return;
        }
        List<Long> before = days.unsealedBefore(epochDay);
        if (!before.isEmpty()) {
            throw new PawlException(
                    Kind.USAGE,
                    LocalDate.ofEpochDay(before.getFirst()) + " is not sealed, and " + day
                            + " would be chained to it: seal it first");
        }
        Long later = days.sealed().higher(epochDay);
        if (later != null) {
            throw new PawlException(
                    Kind.USAGE,
                    LocalDate.ofEpochDay(later) + " is sealed already, and chained to what was sealed before it: " + day
                            + " can no longer be put between");
        }
    }

    /** A day that is sealed keeps its operator; the seal would be another otherwise. */
    private static String operator(Optional<StoredCheckpoint> existing, long epochDay, Optional<SignerKey> key) {
        String suffix = "/" + LocalDate.ofEpochDay(epochDay);
        return existing.map(seal -> seal.checkpoint().origin())
                .filter(origin -> origin.endsWith(suffix))
                .map(origin -> origin.substring(0, origin.length() - suffix.length()))
                .orElse(key.map(SignerKey::name).orElse(DayOrigins.UNSIGNED));
    }

    private static void requireSame(StoredCheckpoint existing, Checkpoint computed, long epochDay)
            throws PawlException {
        if (!existing.checkpoint().equals(computed)) {
            throw new PawlException(
                    Kind.CHECK_FAILED,
                    new StoreName.DaySeal(epochDay).text()
                            + ": the day is sealed already, and its logs are not those that were sealed; `pawl verify` says which");
        }
    }

    private static SealReport report(
            long epochDay, DayOrigins origins, boolean isSigned, boolean isNew, DayCheckpoints checkpoints) {
        long records = checkpoints.tokens().stream()
                .mapToLong(token -> token.checkpoint().size() - 1)
                .sum();
        return new SealReport(
                LocalDate.ofEpochDay(epochDay),
                origins.operator(),
                isSigned,
                isNew,
                checkpoints.tokens().size(),
                records,
                checkpoints.day().root().base64(),
                new StoreName.DaySeal(epochDay).text());
    }

    private static List<File> files(long epochDay, DayCheckpoints checkpoints, Optional<SignerKey> key) {
        List<File> files = new ArrayList<>();
        for (DayCheckpoints.OfToken token : checkpoints.tokens()) {
            files.add(file(new StoreName.TokenSeal(token.name(), epochDay), token.checkpoint(), key));
        }
        files.add(file(new StoreName.TickSeal(epochDay), checkpoints.ticks(), key));
        files.add(file(new StoreName.DaySeal(epochDay), checkpoints.day(), key));
        return files;
    }

    private static File file(StoreName name, Checkpoint checkpoint, Optional<SignerKey> key) {
        return new File(name.text(), StoredCheckpoint.text(checkpoint, key));
    }

    /** Puts it into the store; where that fails half way, the day is not sealed. */
    public void store(LogStore store) throws StorageException {
        for (File file : files) {
            byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
            store.replace(file.name(), bytes, 0, bytes.length);
        }
    }
}
