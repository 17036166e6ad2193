package pawl.venue;

/** A fault while it may take effect. */
final class FaultWindow {
    private final Fault fault;
    private long left;

    FaultWindow(Fault fault) {
        this.fault = fault;
        left = fault.parameters().count();
    }

    Fault fault() {
        return fault;
    }

    FaultParameters parameters() {
        return fault.parameters();
    }

    boolean isUsedUp() {
        return left == 0;
    }

    void use() {
        left--;
    }
}
