package pawl.testkit;

/**
 * A field of a frame that the adapter reads.
 *
 * @param path names and positions from the outermost value in, parted by slashes, for example {@code data/0/p}
 * @param whenFlagged for a side: the text that means a taker who sold, or a long that was liquidated; for a quantity whose sign says
 *     that: {@link #MINUS}; else empty
 * @param whenClear for a side: the text that means the other; else empty
 */
record Field(Role role, String path, String whenFlagged, String whenClear) {
    /** What a quantity starts with where the taker sold, or a long was liquidated. */
    static final String MINUS = "-";

    /** Whether it is a quantity whose sign is the side. */
    boolean isSigned() {
        return role == Role.QUANTITY && whenFlagged.equals(MINUS);
    }

    /** What a field says, and so what has to happen when it says something else. */
    enum Role {
        /** Names the kind of message. */
        KIND,
        /** Holds the instrument's symbol, alone or as a part. */
        SYMBOL,
        /** An exact price of a trade or quote. */
        PRICE,
        /** An exact quantity of a trade, quote or liquidation. */
        QUANTITY,
        /** A number that is rounded to a stated exponent where it is finer. */
        ROUNDED,
        /** The exchange's time, in milliseconds. */
        TIME,
        /** A whole number that tells messages apart. */
        ID,
        /** Which side took, or was liquidated. */
        SIDE;

        boolean isDecimal() {
            return this == PRICE || this == QUANTITY || this == ROUNDED;
        }

        boolean isWhole() {
            return this == TIME || this == ID;
        }
    }
}
