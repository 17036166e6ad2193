package pawl.kernel.live;

import java.util.ArrayList;
import java.util.List;
import pawl.api.token.Ticks;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.LiveProgress;

/** Keeps what is told. */
final class ToldLines implements LiveListener {
    private final List<String> streams = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Long> ticks = new ArrayList<>();
    private final List<LiveProgress> progress = new ArrayList<>();

    @Override
    public void step(long timeMs, String kind, String name, String from, String to) {}

    @Override
    public void stream(long timeMs, String venue, String stream, String from, String to, String reason) {
        streams.add(venue + " " + stream + " " + from + ">" + to + ": " + reason);
    }

    @Override
    public void notice(String line) {
        notices.add(line);
    }

    @Override
    public void problem(String line) {
        problems.add(line);
    }

    @Override
    public void ticked(long timeMs) {
        ticks.add(timeMs / Ticks.TICK_MS);
    }

    @Override
    public void progress(LiveProgress told) {
        progress.add(told);
    }

    List<String> streams() {
        return streams;
    }

    List<String> notices() {
        return notices;
    }

    List<String> problems() {
        return problems;
    }

    List<Long> ticks() {
        return ticks;
    }

    List<LiveProgress> progress() {
        return progress;
    }
}
