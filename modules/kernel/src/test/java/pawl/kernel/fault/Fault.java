package pawl.kernel.fault;

import java.util.SplittableRandom;

/**
 * What goes wrong with a store's call, and with which.
 *
 * @param call how many calls that change something go well before it
 * @param keptPerMille of the bytes of an append, or of an object that takes another's place, how many get in before it
 * @param isLasting whether every call after it fails, too
 */
record Fault(Kind kind, int call, int keptPerMille, boolean isLasting) {
    enum Kind {
        /** Nothing of the call is done. */
        ERROR,

        /** Whole records of an append, and not all of them. */
        SHORT_WRITE,

        /** A record of an append in part. */
        TORN_RECORD,

        /** All of it is done, and the caller is not told so. */
        LATE_ERROR,

        /** The process ends in the midst of an append, or before or after another call. */
        HALT
    }

    static final int PER_MILLE = 1_000;

    /** @param calls that a run without a fault makes */
    static Fault of(Kind kind, SplittableRandom random, int calls) {
        return new Fault(kind, random.nextInt(calls), random.nextInt(PER_MILLE), random.nextBoolean());
    }

    /** Of an append's bytes, how many get in. */
    int kept(int length, int recordBytes) {
        int part = (int) ((long) length * keptPerMille / PER_MILLE);
        return switch (kind) {
            case ERROR -> 0;
            case SHORT_WRITE -> part - part % recordBytes;
            case TORN_RECORD -> Math.min(length, part - part % recordBytes + 1 + keptPerMille % (recordBytes - 1));
            case LATE_ERROR -> length;
            case HALT -> part;
        };
    }
}
