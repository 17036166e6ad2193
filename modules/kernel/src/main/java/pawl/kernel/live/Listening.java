package pawl.kernel.live;

import java.util.function.Consumer;
import pawl.transport.TransportReport;
import pawl.transport.VenuePlan;

/** What keeps the venues heard, as far as the driver has to do with it. */
interface Listening extends Fetcher {
    /** Hands over, on the transport's thread and soon, what has been done so far. */
    void reportLater(Consumer<TransportReport> taker);

    /** Hears a venue no more; then gives, on the transport's thread, what was done for it. */
    void remove(String venue, Consumer<TransportReport.Venue> ended);

    /** Hears a venue that is not heard, once this has run on the transport's thread. */
    void add(VenuePlan plan, Runnable first);

    /** Hands over nothing more once it returns what was done. */
    TransportReport end();
}
