package pawl.kernel.replay;

import org.jspecify.annotations.Nullable;
import pawl.kernel.engine.Engine;
import pawl.storage.Durability;
import pawl.storage.ForceThreads;

/**
 * Threads that force an engine's logs, so that the engine's own does not wait for the disk; and how long that took. Several, since a
 * file system that is asked for many files at once writes them in one go: 3,000 files take seconds one by one, and a tenth of that by four.
 */
public final class DiskThreads implements ForceThreads, AutoCloseable {
    private static final int THREADS = 4;

    private final Object turn = new Object();
    private @Nullable Share task;
    private int working;
    private boolean isClosed;
    private long startedNs;
    private long rounds;
    private long mostNs;

    private DiskThreads() {}

    public static DiskThreads start() {
        DiskThreads disk = new DiskThreads();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            Thread.ofPlatform().daemon().name("pawl-disk-" + i).start(() -> disk.work(thread));
        }
        return disk;
    }

    /** Has them force the engine's logs. */
    public void serve(Engine engine, pawl.kernel.contract.Durability durability) {
        engine.forceAs(
                switch (durability) {
                    case TICK -> Durability.TICK;
                    case SECOND -> Durability.SECOND;
                    case SYSTEM -> Durability.SYSTEM;
                },
                this);
    }

    @Override
    public int threads() {
        return THREADS;
    }

    @Override
    public void begin(Share share) {
        synchronized (turn) {
            if (task != null) {
                throw new IllegalStateException("the round before has not ended");
            }
            task = share;
            working = THREADS;
            rounds++;
            startedNs = System.nanoTime();
            turn.notifyAll();
        }
    }

    @Override
    public boolean isBusy() {
        synchronized (turn) {
            return task != null;
        }
    }

    @Override
    public void awaitEnd() {
        boolean isInterrupted = false;
        synchronized (turn) {
            while (task != null) {
                try {
                    turn.wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                }
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(int thread) {
        long done = 0;
        Share share = next(done);
        while (share != null) {
            done++;
            share.run(thread);
            ended();
            share = next(done);
        }
    }

    /** Each thread takes its share of each round; null at the end. */
    private @Nullable Share next(long done) {
        synchronized (turn) {
            while (rounds == done && !isClosed) {
                try {
                    turn.wait();
                } catch (InterruptedException e) {
                    isClosed = true; // Nobody has a reason to.
                }
            }
            return rounds == done ? null : task;
        }
    }

    private void ended() {
        synchronized (turn) {
            working--;
            if (working == 0) {
                task = null;
                mostNs = Math.max(mostNs, System.nanoTime() - startedNs);
                turn.notifyAll();
            }
        }
    }

    /** How often files were forced. */
    public long rounds() {
        synchronized (turn) {
            return rounds;
        }
    }

    /** The longest that forcing took. */
    public long mostNs() {
        synchronized (turn) {
            return mostNs;
        }
    }

    /** After the round that is under way. */
    @Override
    public void close() {
        awaitEnd();
        synchronized (turn) {
            isClosed = true;
            turn.notifyAll();
        }
    }
}
