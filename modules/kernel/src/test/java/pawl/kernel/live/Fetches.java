package pawl.kernel.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pawl.transport.FetchListener;
import pawl.transport.PollPlan;
import pawl.transport.TransportReport;
import pawl.transport.VenuePlan;

/** Keeps what was to be fetched, to be answered by hand. Nothing is listened to. */
final class Fetches implements Listening {
    private record Fetch(String venue, PollPlan once, FetchListener ended) {}

    private final List<Fetch> open = new ArrayList<>();
    private final List<Consumer<TransportReport>> reports = new ArrayList<>();
    private boolean hasEnded;

    @Override
    public void fetch(String venue, PollPlan once, FetchListener ended) {
        if (!hasEnded) {
            open.add(new Fetch(venue, once, ended));
        }
    }

    @Override
    public void reportLater(Consumer<TransportReport> taker) {
        reports.add(taker);
    }

    @Override
    public void remove(String venue, Consumer<TransportReport.Venue> ended) {
        throw new UnsupportedOperationException("nothing is listened to");
    }

    @Override
    public void add(VenuePlan plan, Runnable first) {
        throw new UnsupportedOperationException("nothing is listened to");
    }

    @Override
    public TransportReport end() {
        hasEnded = true;
        return report();
    }

    static TransportReport report() {
        return new TransportReport(List.of(), 0);
    }

    /** How often a report was asked for. */
    int reportsAskedFor() {
        return reports.size();
    }

    /** Of each that was not answered yet: {@code venue path}. */
    List<String> texts() {
        return open.stream()
                .map(fetch -> fetch.venue() + " " + fetch.once().uri().getPath() + "?"
                        + fetch.once().uri().getQuery())
                .toList();
    }

    PollPlan first() {
        return open.getFirst().once();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    /** @param failure empty for none */
    void answerFirst(String failure) {
        open.removeFirst().ended().ended(failure);
    }
}
