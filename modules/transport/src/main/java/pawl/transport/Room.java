package pawl.transport;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Stops reading while the sink has no room, and keeps the time that went by while it had: silence is measured in that time, since a
 * venue that is not read cannot be heard.
 */
final class Room {
    /** What can be stopped. Stopping twice is stopping once. */
    interface Reader {
        void pause();

        void resume();
    }

    private final Outlet outlet;
    private final Set<Reader> readers = new LinkedHashSet<>();
    private boolean paused;
    private long pausedSinceNs;
    private long pausedTotalNs;

    Room(Outlet outlet) {
        this.outlet = outlet;
    }

    void add(Reader reader) {
        readers.add(reader);
    }

    void remove(Reader reader) {
        readers.remove(reader);
    }

    boolean isPaused() {
        return paused;
    }

    /** Called after each frame. */
    void look() {
        if (!paused && !outlet.hasRoom()) {
            paused = true;
            pausedSinceNs = System.nanoTime();
            pauseAll();
        }
    }

    /** Called by a timer. */
    void lookAgain() {
        if (!paused) {
            look();
        } else if (outlet.hasRoom()) {
            paused = false;
            pausedTotalNs += System.nanoTime() - pausedSinceNs;
            resumeAll();
        } else {
            pauseAll(); // A socket that was opened meanwhile reads until it is told.
        }
    }

    long pausedNs(long nowNs) {
        return pausedTotalNs + (paused ? nowNs - pausedSinceNs : 0);
    }

    long readingNs(long nowNs) {
        return nowNs - pausedNs(nowNs);
    }

    private void pauseAll() {
        for (Reader reader : readers) {
            reader.pause();
        }
    }

    private void resumeAll() {
        // What was held back comes at once: it may fill the sink again, or end a reader.
        for (Reader reader : List.copyOf(readers)) {
            if (paused) {
                return;
            }
            reader.resume();
        }
    }
}
