package pawl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.LiveProgress;

/**
 * Says what happens in a live run: steps of the machines on standard output, what is wrong with feeds on standard error, and now and then
 * how it stands. That a stream began to give data is not told for each, since there may be thousands; that one came back is.
 */
final class LiveConsole implements LiveListener {
    private static final Set<String> EXPECTED_CHANGES =
            Set.of("UNKNOWN SYNCHRONIZED", "SYNCHRONIZED UNKNOWN", "STALE UNKNOWN");

    private final Streams streams;
    private final boolean isForScripts;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    private static final class Change {
        private final String venue;
        private final String text;
        private final List<String> streams = new ArrayList<>();

        Change(String venue, String text) {
            this.venue = venue;
            this.text = text;
        }
    }

    LiveConsole(Streams streams, boolean isForScripts) {
        this.streams = streams;
        this.isForScripts = isForScripts;
    }

    @Override
    public void step(long timeMs, String kind, String name, String from, String to) {
        if (!isForScripts) {
            streams.line(Figures.secondOfMs(timeMs) + "  " + kind + " " + name + ": " + from + " -> " + to);
            streams.flush();
        }
    }

    @Override
    public void stream(long timeMs, String venue, String stream, String from, String to, String reason) {
        if (!EXPECTED_CHANGES.contains(from + " " + to)) {
            String change = from + " -> " + to + ": " + reason;
            changes.computeIfAbsent(venue + " " + change, key -> new Change(venue, change))
                    .streams
                    .add(stream);
        }
    }

    /** What befell many streams in one tick is told once. */
    @Override
    public void ticked(long timeMs) {
        if (changes.isEmpty()) {
            return;
        }
        for (Change change : changes.values()) {
            int count = change.streams.size();
            String who = change.streams.getFirst() + (count == 1 ? "" : " and " + (count - 1) + " more");
            streams.errorLine(Figures.secondOfMs(timeMs) + "  " + change.venue + " " + who + ": " + change.text);
        }
        changes.clear();
    }

    @Override
    public void notice(String line) {
        streams.errorLine(line);
    }

    @Override
    public void problem(String line) {
        streams.errorLine(line);
    }

    @Override
    public void progress(LiveProgress progress) {
        if (!isForScripts) {
            streams.errorLine(String.format(
                    Locale.ROOT,
                    "%s  %,d frames, %,d ticks (99%% within %.1f ms), %d of %d streams give data",
                    Figures.secondOfMs(progress.timeMs()),
                    progress.frames(),
                    progress.ticks(),
                    progress.latenessMs(),
                    progress.synchronizedStreams(),
                    progress.streams()));
        }
    }
}
