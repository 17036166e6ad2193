package pawl.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The states of a venue's streams and polls, by number; tells of each change of a state or of its cause once. */
final class FeedStates {
    private final String venue;
    private final Outlet outlet;
    private final FeedState[] states;
    private final @Nullable StateCause[] causes;
    private final String[] reasons;

    FeedStates(String venue, Outlet outlet, int count) {
        this.venue = venue;
        this.outlet = outlet;
        this.states = new FeedState[count];
        this.causes = new StateCause[count];
        this.reasons = new String[count];
        Arrays.fill(states, FeedState.UNKNOWN);
        Arrays.fill(reasons, "");
    }

    static FeedStates of(VenuePlan plan, Outlet outlet) {
        int last = -1;
        for (SocketPlan socket : plan.sockets()) {
            for (StreamPlan stream : socket.streams()) {
                last = Math.max(last, stream.number());
            }
        }
        for (PollPlan poll : plan.polls()) {
            last = Math.max(last, poll.stream());
        }
        return new FeedStates(plan.name(), outlet, last + 1);
    }

    FeedState state(int number) {
        return states[number];
    }

    /** Null while nothing has happened. */
    @Nullable
    StateCause cause(int number) {
        return causes[number];
    }

    String reason(int number) {
        return reasons[number];
    }

    void set(int number, FeedState state, StateCause cause, String reason) {
        reasons[number] = reason;
        if (states[number] != state || causes[number] != cause) {
            states[number] = state;
            causes[number] = cause;
            outlet.streamState(venue, number, state, cause, reason);
        }
    }
}
