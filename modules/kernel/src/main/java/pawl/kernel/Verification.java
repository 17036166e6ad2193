package pawl.kernel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationRequest;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.review.RecordedPlans;
import pawl.kernel.seal.KeyFiles;
import pawl.kernel.verify.FolderListing;
import pawl.kernel.verify.VerificationRun;
import pawl.seal.VerifierKey;
import pawl.storage.StorageFormatException;

/** Whether a data folder is what its inputs, its configuration and its plugins give, whole and unaltered. */
public final class Verification {
    private Verification() {}

    /**
     * Verifies; an engine may be writing there meanwhile. Whatever is found is in the report.
     *
     * @throws PawlException when there is no such folder, or no such day in it, or it cannot be read
     */
    public static VerificationReport of(VerificationRequest request) throws PawlException {
        FolderListing listing = FolderListing.of(request.data());
        OptionalLong day =
                request.day().map(date -> OptionalLong.of(date.toEpochDay())).orElseGet(OptionalLong::empty);
        Optional<VerifierKey> key = request.key().isPresent()
                ? Optional.of(KeyFiles.readPublic(request.key().get()))
                : Optional.empty();
        try (LogStore store = DataReading.open(request.data(), request.plugins())) {
            RecordedPlans plans = new RecordedPlans(store, Plugins.load(request.plugins()));
            VerificationReport report = new VerificationRun(store, plans, day, key).run(listing);
            boolean isEmpty = report.ticks() == 0
                    && report.damage().isEmpty()
                    && report.uncommitted().isEmpty();
            if (isEmpty) {
                String when = request.day().map(date -> " of " + date).orElse("");
                throw new PawlException(Kind.USAGE, request.data() + " holds no logs" + when);
            }
            return report.telling(List.copyOf(plans.otherBuilds()));
        } catch (StorageException e) {
            boolean isDamage = e.getCause() instanceof StorageFormatException;
            throw new PawlException(isDamage ? Kind.BAD_DATA : Kind.USAGE, e);
        }
    }
}
