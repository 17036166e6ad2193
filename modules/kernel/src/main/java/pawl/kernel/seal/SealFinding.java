package pawl.kernel.seal;

/**
 * Something wrong with a sealed day.
 *
 * @param file in the data folder
 * @param offset in it from which on it holds, in bytes; 0 where a hash says that something differs, and not where
 */
public record SealFinding(Kind kind, String file, long offset, String found) {
    /** What is wrong. */
    public enum Kind {
        /** The file is no checkpoint, or not the one that its name says. */
        NO_CHECKPOINT,
        /** A log is there, and no checkpoint of it, or the other way round. */
        MISSING,
        /** The log is not the one that was sealed. */
        LOG_DIFFERS,
        /** The log goes on behind what was sealed. */
        LOG_GREW,
        /** The log ends before what was sealed does. */
        LOG_SHRANK,
        /** The day's checkpoint is not of these logs' checkpoints behind this predecessor. */
        DAY_DIFFERS,
        /** Nobody signed it. */
        UNSIGNED,
        /** The key asked for did not sign it. */
        OTHER_SIGNER
    }

    @Override
    public String toString() {
        return file + " at byte " + offset + ": " + found;
    }
}
