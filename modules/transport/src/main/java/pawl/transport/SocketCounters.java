package pawl.transport;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What a socket has done so far. */
final class SocketCounters {
    private final Map<BreakCause, Long> breaks = new EnumMap<>(BreakCause.class);
    private long frames;
    private long bytes;
    private long connects;
    private long takeovers;
    private long stalls;
    private long overlapFrames;
    private boolean heardData;
    private long lastDataNs;
    private long longestSilenceNs;

    void frame(int length) {
        frames++;
        bytes += length;
    }

    /** In reading time. */
    void data(long readingNs) {
        if (heardData) {
            longestSilenceNs = Math.max(longestSilenceNs, readingNs - lastDataNs);
        }
        heardData = true;
        lastDataNs = readingNs;
    }

    void connected() {
        connects++;
    }

    void broke(BreakCause cause) {
        breaks.merge(cause, 1L, Long::sum);
        if (cause == BreakCause.STALLED) {
            stalls++;
        }
    }

    void takenOver() {
        takeovers++;
    }

    void overlapped() {
        overlapFrames++;
    }

    TransportReport.Socket report(String name, boolean open, long readingNs) {
        long silenceNs = heardData ? Math.max(longestSilenceNs, readingNs - lastDataNs) : longestSilenceNs;
        return new TransportReport.Socket(
                name,
                open,
                frames,
                bytes,
                connects,
                Collections.unmodifiableMap(breaks),
                takeovers,
                stalls,
                overlapFrames,
                TimeUnit.NANOSECONDS.toMillis(silenceNs));
    }
}
