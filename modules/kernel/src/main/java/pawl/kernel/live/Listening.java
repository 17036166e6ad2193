package pawl.kernel.live;

import java.util.function.Consumer;
import pawl.transport.TransportReport;

/** What keeps the venues heard, as far as the driver has to do with it. */
interface Listening extends Fetcher {
    /** Hands over, on the transport's thread and soon, what has been done so far. */
    void reportLater(Consumer<TransportReport> taker);

    /** Hands over nothing more once it returns what was done. */
    TransportReport end();
}
