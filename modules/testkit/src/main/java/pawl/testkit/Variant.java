package pawl.testkit;

/** A frame made out of another. */
final class Variant {
    private final String what;
    private final byte[] frame;

    /** @param what was done to it, for messages */
    Variant(String what, byte[] frame) {
        this.what = what;
        this.frame = frame;
    }

    String what() {
        return what;
    }

    byte[] frame() {
        return frame;
    }
}
