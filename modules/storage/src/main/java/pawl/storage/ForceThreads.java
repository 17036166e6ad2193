package pawl.storage;

/** Where an engine's log is forced: beside the engine's own thread, or on it. */
public interface ForceThreads {
    /** The caller's thread, at once. */
    ForceThreads NONE = new ForceThreads() {
        @Override
        public int threads() {
            return 1;
        }

        @Override
        public void begin(Share share) {
            share.run(0);
        }

        @Override
        public boolean isBusy() {
            return false;
        }

        @Override
        public void awaitEnd() {}
    };

    /** What each thread does of a round: its own share, told by its number from 0. It throws nothing. */
    interface Share {
        void run(int thread);
    }

    /** How many share a round, at least 1; always the same. */
    int threads();

    /** Runs each thread's share, on that thread. Not while busy; what a share did is seen by who finds that it has ended. */
    void begin(Share share);

    /** Whether what was begun has not ended on all threads. Does not wait. */
    boolean isBusy();

    /** Returns once it has. */
    void awaitEnd();
}
