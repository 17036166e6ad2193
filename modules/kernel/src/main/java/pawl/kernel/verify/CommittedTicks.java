package pawl.kernel.verify;

import java.util.Arrays;
import pawl.storage.RecordView;
import pawl.storage.RunningHash;

/**
 * The ticks that one tick log says are committed, what it says of each, and what the tokens' logs have of it. In arrays, since a day
 * has 345,600 of them and a record is looked at in a few nanoseconds. One thread.
 */
final class CommittedTicks {
    private static final int TICKS_KEY = RunningHash.logKey("");

    private int count;
    private long[] ticks = new long[0];
    private long[] offsets = new long[0];
    private long[] saidRecords = new long[0];
    private long[] saidTokens = new long[0];
    private long[] saidRecordsOfDay = new long[0];
    private long[] saidSums = new long[0];
    private long[] saidHashes = new long[0];
    private long[] lastFrameTicks = new long[0];
    private long[] adapterTerms = new long[0];
    private long[] records = new long[0];
    private long[] tokens = new long[0];
    private long[] sums = new long[0];
    private long[] terms = new long[0];
    private long termsOfTick;

    /** Takes up an ADAPTER_STATE, which is of the TICK that follows. */
    void addAdapterState(RecordView record) {
        termsOfTick += RunningHash.term(TICKS_KEY, record.checksum());
    }

    void addTick(RecordView record) {
        if (count == ticks.length) {
            grow();
        }
        ticks[count] = record.tick();
        offsets[count] = record.offset();
        saidRecords[count] = record.tickRecords();
        saidTokens[count] = record.tickTokens();
        saidRecordsOfDay[count] = record.recordsOfDay();
        saidSums[count] = record.checksumSum();
        saidHashes[count] = record.runningHash();
        lastFrameTicks[count] = record.lastFrameTick();
        adapterTerms[count] = termsOfTick;
        termsOfTick = 0;
        count++;
    }

    private void grow() {
        int size = Math.max(64, 2 * count);
        ticks = Arrays.copyOf(ticks, size);
        offsets = Arrays.copyOf(offsets, size);
        saidRecords = Arrays.copyOf(saidRecords, size);
        saidTokens = Arrays.copyOf(saidTokens, size);
        saidRecordsOfDay = Arrays.copyOf(saidRecordsOfDay, size);
        saidSums = Arrays.copyOf(saidSums, size);
        saidHashes = Arrays.copyOf(saidHashes, size);
        lastFrameTicks = Arrays.copyOf(lastFrameTicks, size);
        adapterTerms = Arrays.copyOf(adapterTerms, size);
        records = Arrays.copyOf(records, size);
        tokens = Arrays.copyOf(tokens, size);
        sums = Arrays.copyOf(sums, size);
        terms = Arrays.copyOf(terms, size);
    }

    /** One log's look at the ticks, which only goes forward. */
    final class Cursor {
        private final int logKey;
        private int position;
        private int counted = -1;

        Cursor(int logKey) {
            this.logKey = logKey;
        }

        /** Counts a record of a token's log; false where no TICK is of its tick. */
        boolean add(long tick, int checksum) {
            while (position < count && ticks[position] < tick) {
                position++;
            }
            if (position == count || ticks[position] != tick) {
                return false;
            }
            records[position]++;
            sums[position] += checksum & 0xffff_ffffL;
            terms[position] += RunningHash.term(logKey, checksum);
            if (counted != position) {
                counted = position;
                tokens[position]++;
            }
            return true;
        }
    }

    int count() {
        return count;
    }

    long tick(int position) {
        return ticks[position];
    }

    /** Of its TICK, in the tick log. */
    long offset(int position) {
        return offsets[position];
    }

    /** More or fewer records than its TICK says. */
    long surplus(int position) {
        return records[position] - saidRecords[position];
    }

    boolean agrees(int position, long recordsOfDayBefore) {
        return records[position] == saidRecords[position]
                && tokens[position] == saidTokens[position]
                && sums[position] == saidSums[position]
                && saidRecordsOfDay[position] == recordsOfDayBefore + saidRecords[position];
    }

    String said(int position) {
        return text(saidRecords[position], saidTokens[position], saidSums[position]);
    }

    String found(int position) {
        return text(records[position], tokens[position], sums[position]);
    }

    private static String text(long records, long tokens, long sum) {
        return records + " records of " + tokens + " tokens with checksums that add up to " + sum;
    }

    long saidRecords(int position) {
        return saidRecords[position];
    }

    /** Goes on with the day's running hash, and says whether the tick's TICK has it. */
    boolean hasHash(int position, RunningHash hash) {
        hash.addSum(terms[position] + adapterTerms[position]);
        return hash.endTick(ticks[position], saidRecords[position], lastFrameTicks[position]) == saidHashes[position];
    }
}
