package pawl.kernel.live;

import pawl.api.exchange.FeedStream;
import pawl.api.token.Instrument;

/**
 * A stream or poll of a venue.
 *
 * @param number among the venue's, as its plan counts them
 * @param position among all streams of all venues
 * @param isPoll whether it is asked for again and again
 */
record LiveStream(
        LiveVenue venue, int number, int position, FeedStream stream, Instrument instrument, boolean isPoll) {}
