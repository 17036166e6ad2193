package pawl.transport;

import java.util.List;

/**
 * All that is to be heard of one venue.
 *
 * @param name of the venue
 */
public record VenuePlan(
        String name, List<SocketPlan> sockets, List<PollPlan> polls, VenueLimits limits, Dialogue dialogue) {
    public VenuePlan {
        sockets = List.copyOf(sockets);
        polls = List.copyOf(polls);
    }
}
