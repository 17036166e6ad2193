package pawl.kernel.live;

import java.util.function.Consumer;
import pawl.transport.FetchListener;
import pawl.transport.PollPlan;
import pawl.transport.Transport;
import pawl.transport.TransportReport;
import pawl.transport.VenuePlan;

/** Listens to the venues themselves. */
record TransportListening(Transport transport) implements Listening {
    @Override
    public void fetch(String venue, PollPlan once, FetchListener ended) {
        transport.fetch(venue, once, ended);
    }

    @Override
    public void reportLater(Consumer<TransportReport> taker) {
        transport.reportLater(taker);
    }

    @Override
    public void remove(String venue, Consumer<TransportReport.Venue> ended) {
        transport.remove(venue, ended);
    }

    @Override
    public void add(VenuePlan plan, Runnable first) {
        transport.add(plan, first);
    }

    @Override
    public TransportReport end() {
        transport.close();
        return transport.report();
    }
}
