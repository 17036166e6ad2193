package pawl.fsm;

/** The states of a token (E5), a ring that is walked forward only. The code stands in logs and snapshots and never changes. */
public enum TokenState {
    /** Positions may be building; nothing is known to press. */
    BUILD(1),
    /** Heat has risen and stayed. */
    PRESSURE(2),
    /** Positions are so crowded that a push can tip them. */
    FRAGILE(3),
    /** The next release is taken for an unwind. */
    TRIGGER_READY(4),
    /** Positions are being closed, willing or not. */
    UNWIND(5),
    /** The unwind is over; the token must stay calm before it counts again. */
    COOLDOWN(6);

    private static final TokenState[] RING = values();

    private final int code;

    TokenState(int code) {
        this.code = code;
    }

    /** 1 to 6. */
    public int code() {
        return code;
    }

    /** The only state that can follow. */
    public TokenState next() {
        return RING[(ordinal() + 1) % RING.length];
    }

    /** @throws IllegalArgumentException when the code names no state */
    public static TokenState ofCode(int code) {
        if (code < 1 || code > RING.length) {
            throw new IllegalArgumentException("no token state has the code " + code);
        }
        return RING[code - 1];
    }
}
