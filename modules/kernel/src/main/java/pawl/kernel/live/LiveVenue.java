package pawl.kernel.live;

import java.net.URI;
import pawl.api.exchange.FeedProtocol;

/**
 * A venue that is listened to.
 *
 * @param index its priority among those configured
 * @param requestBase where its paths are asked for
 * @param requestFeed the number of the feed that answers to requests come from
 * @param hearingFeed the number of the feed that tells of the hearing itself
 */
record LiveVenue(int index, String name, FeedProtocol protocol, URI requestBase, int requestFeed, int hearingFeed) {
    /** Where a path of the venue's is asked for. */
    URI request(String path) {
        return URI.create(requestBase + path);
    }
}
