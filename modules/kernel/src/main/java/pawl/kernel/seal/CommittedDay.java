package pawl.kernel.seal;

import java.time.LocalDate;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.LogReader;
import pawl.storage.RecordType;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/** That a day's logs are sound and hold what the tick log committed, no more and no less: nobody is to sign anything else. */
final class CommittedDay {
    private CommittedDay() {}

    /**
     * @throws StorageFormatException where a log is damaged
     * @throws PawlException where the logs hold other records than were committed
     */
    static void require(LogStore store, long epochDay) throws StorageException, StorageFormatException, PawlException {
        long committed = 0;
        boolean endsCommitted = false;
        try (LogReader ticks = LogReader.open(store, new StoreName.TickLog(epochDay).text())) {
            while (ticks.next()) {
                endsCommitted = ticks.record().type() == RecordType.TICK;
                committed = endsCommitted ? ticks.record().recordsOfDay() : committed;
            }
        }
        long found = 0;
        for (String name : DayCheckpoints.tokenNames(store, epochDay)) {
            found += records(store, new StoreName.TokenLog(name, epochDay).text());
        }
        if (!endsCommitted || found != committed) {
            throw new PawlException(
                    Kind.BAD_DATA,
                    "the logs of " + LocalDate.ofEpochDay(epochDay) + " hold " + found
                            + " records, and the tick log committed " + committed
                            + (endsCommitted ? "" : " and ends in no committed tick")
                            + ": let `pawl repair` set aside what was not committed, then seal the day");
        }
    }

    private static long records(LogStore store, String name) throws StorageException, StorageFormatException {
        try (LogReader reader = LogReader.open(store, name)) {
            long known = 0;
            while (reader.next()) {
                known++;
            }
            return known + reader.unknownRecords();
        }
    }
}
