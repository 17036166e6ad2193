package pawl.kernel.live;

import pawl.transport.FetchListener;
import pawl.transport.PollPlan;

/** Asks a venue for something once. What it is told of the end comes on another thread. */
@FunctionalInterface
interface Fetcher {
    void fetch(String venue, PollPlan once, FetchListener ended);
}
