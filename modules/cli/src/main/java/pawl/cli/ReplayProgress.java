package pawl.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import pawl.kernel.contract.ReplayListener;

/**
 * Shows on standard error how far a replay is: one line redrawn on a terminal, a line now and then elsewhere. Reads the clock, for
 * display only; nothing of it reaches the engine.
 */
final class ReplayProgress implements ReplayListener, AutoCloseable {
    /** How it is shown, and how often. */
    enum Display {
        REDRAWN(200_000_000L),
        LINES(10_000_000_000L),
        NONE(Long.MAX_VALUE);

        private final long intervalNs;

        Display(long intervalNs) {
            this.intervalNs = intervalNs;
        }
    }

    private final Streams streams;
    private final Display display;
    private final LongSupplier clockNs;
    private final long startNs;
    private long shownNs;
    private boolean isOnScreen;

    ReplayProgress(Streams streams, Display display, LongSupplier clockNs) {
        this.streams = streams;
        this.display = display;
        this.clockNs = clockNs;
        this.startNs = clockNs.getAsLong();
        this.shownNs = startNs;
    }

    static ReplayProgress of(Streams streams, boolean isForScripts) {
        Display display = isForScripts ? Display.NONE : streams.errorIsTerminal() ? Display.REDRAWN : Display.LINES;
        return new ReplayProgress(streams, display, System::nanoTime);
    }

    @Override
    public void progress(long readBytes, long totalBytes, long frames, long marketTimeMs) {
        long nowNs = clockNs.getAsLong();
        if (nowNs - shownNs < display.intervalNs) {
            return;
        }
        shownNs = nowNs;
        String line = line(readBytes, totalBytes, frames, marketTimeMs, (nowNs - startNs) / 1e9);
        if (display == Display.REDRAWN) {
            streams.redrawErrorLine(line);
            isOnScreen = true;
        } else {
            streams.errorLine(line);
        }
    }

    @Override
    public void problem(String line) {
        close();
        streams.errorLine(line);
    }

    /** Takes the redrawn line off the screen. */
    @Override
    public void close() {
        if (isOnScreen) {
            streams.redrawErrorLine("");
            isOnScreen = false;
        }
    }

    private static String line(long readBytes, long totalBytes, long frames, long marketTimeMs, double elapsedSeconds) {
        long percent = totalBytes == 0 ? 100 : readBytes * 100 / totalBytes;
        double remainingSeconds = readBytes == 0 ? 0 : elapsedSeconds * (totalBytes - readBytes) / readBytes;
        return String.format(
                Locale.ROOT,
                "%3d%%  %,.0f frames/s  at %s UTC  ETA %s",
                percent,
                frames / elapsedSeconds,
                Figures.secondOfMs(marketTimeMs),
                clockFace(Math.round(remainingSeconds)));
    }

    private static String clockFace(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
