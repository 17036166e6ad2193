package pawl.storage;

import static pawl.storage.RecordLayout.RECORD_BYTES;

import java.util.Arrays;

/**
 * Records that the store does not have yet, in the order they were appended, each with the log it belongs to; the records of one log
 * are chained. One buffer for all logs, so that memory follows what is buffered and not how many tokens there are.
 */
final class RecordBuffer {
    static final int NONE = -1;

    private static final int FIRST_RECORDS = 64;

    private byte[] bytes = new byte[FIRST_RECORDS * RECORD_BYTES];
    private int[] logs = new int[FIRST_RECORDS];
    private int[] next = new int[FIRST_RECORDS];
    private int size;

    /** In records. */
    int size() {
        return size;
    }

    /** The array the records lie in, until the next {@link #add}. */
    byte[] bytes() {
        return bytes;
    }

    /** Makes room for one more record of a log and returns where it starts; all of it is to be written. */
    int add(int log) {
        if (size == logs.length) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
            logs = Arrays.copyOf(logs, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        logs[size] = log;
        next[size] = NONE;
        return size++ * RECORD_BYTES;
    }

    int logOf(int record) {
        return logs[record];
    }

    /** The record of the same log that was linked behind this one, or {@link #NONE}. */
    int next(int record) {
        return next[record];
    }

    void link(int record, int follower) {
        next[record] = follower;
    }

    /** Drops the first records; those behind them, which must not be chained yet, move to the front. */
    void dropFirst(int records) {
        int kept = size - records;
        System.arraycopy(bytes, records * RECORD_BYTES, bytes, 0, kept * RECORD_BYTES);
        System.arraycopy(logs, records, logs, 0, kept);
        Arrays.fill(next, 0, kept, NONE);
        size = kept;
    }
}
