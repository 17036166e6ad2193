package pawl.kernel.live;

import java.util.List;
import pawl.transport.VenuePlan;

/**
 * How one venue is heard through one build of its plugin.
 *
 * @param feeds that are new with it
 * @param firstPosition of the venue's streams among all streams
 * @param streams by number
 */
record VenueHearing(
        LiveVenue venue, List<LiveFeed> feeds, int firstPosition, List<LiveStream> streams, VenuePlan transportPlan) {
    VenueHearing {
        feeds = List.copyOf(feeds);
        streams = List.copyOf(streams);
    }
}
