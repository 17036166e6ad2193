package pawl.kernel.live;

import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedProtocol;

/**
 * A venue that is listened to.
 *
 * @param index its priority among those configured
 * @param requestFeed the number of the feed that answers to requests come from
 * @param hearingFeed the number of the feed that tells of the hearing itself
 */
record LiveVenue(int index, String name, FeedProtocol protocol, FeedPlan plan, int requestFeed, int hearingFeed) {}
