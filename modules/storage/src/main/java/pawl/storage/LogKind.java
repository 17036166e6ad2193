package pawl.storage;

/** What a log is of. The code is part of the byte format. */
public enum LogKind {
    /** One token's inputs and decisions of one UTC day. */
    TOKEN(1),
    /** The ticks that an engine committed in one UTC day. */
    TICK(2);

    private final int code;

    LogKind(int code) {
        this.code = code;
    }

    /** Byte 16 of the header. */
    public int code() {
        return code;
    }
}
