package pawl.fsm;

/** What a step's condition looks at; each is 0 to 1. The code stands in logs and never changes. */
public enum Measure {
    /** The weighted sum of features that speak of a build-up. */
    HEAT(1),
    /** The weighted sum of features that speak of positions being closed. */
    RELEASE(2),
    /** One less heat or release, whichever is higher: an unwind is over when positions neither press nor are being closed. */
    CALM(3);

    private final int code;

    Measure(int code) {
        this.code = code;
    }

    /** 1 to 3. */
    public int code() {
        return code;
    }
}
