package pawl.kernel.contract;

/** Asks a live run to end at its next tick boundary. Any thread. */
public final class StopSignal {
    private volatile boolean isRequested;

    public StopSignal() {}

    public void request() {
        isRequested = true;
    }

    public boolean isRequested() {
        return isRequested;
    }
}
