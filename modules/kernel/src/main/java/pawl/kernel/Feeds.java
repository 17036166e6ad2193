package pawl.kernel;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.FeedReport;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.inspect.FeedAccounts;
import pawl.storage.StorageFormatException;

/** Says how well venues were heard, from the logs alone. */
public final class Feeds {
    private Feeds() {}

    /**
     * A report for each day of the data folder that has logs, or for the one that is asked for.
     *
     * @throws PawlException when there are none, or a log cannot be read
     */
    public static List<FeedReport> report(Path data, Optional<LocalDate> day, Path plugins) throws PawlException {
        try (LogStore store = DataReading.open(data, plugins)) {
            List<FeedReport> reports = new FeedAccounts(store).reports(day);
            if (reports.isEmpty()) {
                throw new PawlException(
                        Kind.USAGE,
                        data + " holds no logs" + day.map(date -> " of " + date).orElse("")
                                + "; name a data folder of a run");
            }
            return reports;
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, data + ": " + e.getMessage(), e);
        }
    }
}
