package pawl.kernel.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.api.storage.StorageException;
import pawl.kernel.diff.TickOfRun.LoggedRecord;
import pawl.storage.LogRecords;
import pawl.storage.RecordView;
import pawl.storage.RunningHash;
import pawl.storage.StorageFormatException;

/** Whether a tick's TICK record agrees with the records that it commits; where it does not, bytes were altered afterwards. */
final class CommitCheck {
    private CommitCheck() {}

    /** What does not agree, a line each. */
    static List<String> damage(String title, TickOfRun logged) throws StorageException, StorageFormatException {
        if (!logged.isCommitted()) {
            return List.of();
        }
        RecordView commit = logged.commit().view();
        List<String> damage = new ArrayList<>();
        String said = said(commit.tickRecords(), commit.tickTokens(), commit.checksumSum());
        String found = found(logged);
        String where = title + ": " + logged.commit().log().name() + " at byte " + commit.offset();
        if (!said.equals(found)) {
            damage.add(where + ": tick " + logged.tick() + " says " + said + ", the tokens' logs have " + found);
        }
        boolean hasHash = logged.commit().log().header().version().hasRunningHash();
        if (hasHash && commit.runningHash() != runningHash(logged)) {
            damage.add(where + ": the running hash of tick " + logged.tick() + " does not follow from its records");
        }
        return damage;
    }

    private static String found(TickOfRun logged) {
        long records = 0;
        long sum = 0;
        for (List<LoggedRecord> of : logged.tokens().values()) {
            records += of.size();
            for (LoggedRecord record : of) {
                sum += record.view().checksum() & 0xffff_ffffL;
            }
        }
        return said(records, logged.tokens().size(), sum);
    }

    private static String said(long records, long tokens, long checksumSum) {
        return records + " records of " + tokens + " tokens with checksums that add up to " + checksumSum;
    }

    private static long runningHash(TickOfRun logged) throws StorageException, StorageFormatException {
        LogRecords ticks = logged.commit().log();
        long first = logged.tickLog().getFirst().view().sequence();
        RunningHash hash = new RunningHash();
        hash.start(first == 0 ? RunningHash.START : ticks.record(first - 1).runningHash());
        for (Map.Entry<String, List<LoggedRecord>> of : logged.tokens().entrySet()) {
            int key = RunningHash.logKey(of.getKey());
            of.getValue().forEach(record -> hash.add(key, record.view().checksum()));
        }
        int key = RunningHash.logKey("");
        for (LoggedRecord record : logged.tickLog().subList(0, logged.tickLog().size() - 1)) {
            hash.add(key, record.view().checksum());
        }
        RecordView commit = logged.commit().view();
        return hash.endTick(logged.tick(), commit.tickRecords(), commit.lastFrameTick());
    }
}
