package pawl.storage;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * The hash of a UTC day up to a tick that the tick's TICK record carries: two runs whose hashes are equal logged the same up to there,
 * so that a search finds where they part. It finds accidents and is no security: anyone can compute one that fits. What it says of a tick
 * does not depend on the order in which tokens were asked. Allocates nothing; one thread.
 */
public final class RunningHash {
    /** Of a day without a tick. */
    public static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private long value = START;
    private long sumOfTick;

    /** Starts another day, or goes on in one. */
    public void start(long valueSoFar) {
        value = valueSoFar;
        sumOfTick = 0;
    }

    /**
     * Takes up a record of the tick, of a token's log or of the tick log, whatever their order; not the TICK itself.
     *
     * @param logKey {@link #logKey} of the log's name
     * @param checksum of the record
     */
    public void add(int logKey, int checksum) {
        sumOfTick += term(logKey, checksum);
    }

    /** Takes up many records of the tick at once: the sum of their {@link #term}s. */
    public void addSum(long sumOfTerms) {
        sumOfTick += sumOfTerms;
    }

    /** What one record adds to its tick, for whoever reads logs one after the other rather than tick by tick. */
    public static long term(int logKey, int checksum) {
        long mixed = (((long) logKey << 32) | (checksum & 0xffff_ffffL)) * MIX;
        return (mixed ^ (mixed >>> 32)) * MIX;
    }

    /**
     * Ends the tick.
     *
     * @param records of all tokens' logs in it
     * @return the hash up to it
     */
    public long endTick(long tick, long records, long lastFrameTick) {
        value = (value ^ sumOfTick) * PRIME;
        value = (value ^ tick) * PRIME;
        value = (value ^ records) * PRIME;
        value = (value ^ lastFrameTick) * PRIME;
        sumOfTick = 0;
        return value;
    }

    /** By which the records of one token are told from those of another: the CRC32C of its name; of the tick log 0. */
    public static int logKey(String tokenName) {
        CRC32C crc = new CRC32C();
        crc.update(tokenName.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }
}
