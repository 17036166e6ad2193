package pawl.storage;

/** Where an engine's log is forced: beside the engine's own thread, or on it. */
public interface ForceThreads {
    /** The caller's thread, at once. */
    ForceThreads NONE = new ForceThreads() {
        @Override
        public void begin(Runnable share) {
            share.run();
        }

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public void awaitEnd() {}
    };

    /** Runs this on one thread or on several at once, each of which takes its share; it throws nothing. Not while busy. */
    void begin(Runnable share);

    /** Whether what was begun has not ended on all threads. Does not wait. */
    boolean isBusy();

    /** Returns once it has. */
    void awaitEnd();
}
