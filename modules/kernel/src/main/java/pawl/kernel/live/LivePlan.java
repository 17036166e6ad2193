package pawl.kernel.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is heard of the venues at the moment, and what the queue's numbers of feeds mean. On the engine's thread once that runs. */
final class LivePlan {
    private final List<@Nullable LiveFeed> feeds = new ArrayList<>();
    private final List<LiveVenue> venues = new ArrayList<>();
    private final List<List<LiveStream>> streams = new ArrayList<>();

    /** A venue is heard from now on, or heard by other means: the feeds that it had, but for that of the hearing, are no more. */
    void hear(VenueHearing hearing) {
        remove(hearing.venue().index());
        for (LiveFeed feed : hearing.feeds()) {
            while (feeds.size() <= feed.number()) {
                feeds.add(null);
            }
            feeds.set(feed.number(), feed);
        }
        for (int i = 0; i < venues.size(); i++) {
            if (venues.get(i).index() == hearing.venue().index()) {
                venues.set(i, hearing.venue());
                streams.set(i, hearing.streams());
                return;
            }
        }
        venues.add(hearing.venue());
        streams.add(hearing.streams());
    }

    /** A venue is heard no more; that it is none is still told on its feed of the hearing. */
    void remove(int venueIndex) {
        feeds.replaceAll(
                feed -> feed != null && feed.venueIndex() == venueIndex && !feed.tellsOfHearing() ? null : feed);
        for (int i = 0; i < venues.size(); i++) {
            if (venues.get(i).index() == venueIndex) {
                streams.set(i, List.of());
            }
        }
    }

    /** By number; null where the feed is no more. */
    @Nullable
    LiveFeed feed(int number) {
        return feeds.get(number);
    }

    /** All that are heard. */
    List<LiveFeed> feeds() {
        List<LiveFeed> heard = new ArrayList<>();
        for (LiveFeed feed : feeds) {
            if (feed != null) {
                heard.add(feed);
            }
        }
        return heard;
    }

    /** All that were ever heard. */
    List<LiveVenue> venues() {
        return venues;
    }

    Optional<LiveVenue> venue(int venueIndex) {
        return venues.stream().filter(venue -> venue.index() == venueIndex).findFirst();
    }

    /** By position among {@link #venues}, then by number. */
    List<List<LiveStream>> streams() {
        return streams;
    }
}
