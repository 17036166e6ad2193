package pawl.api.exchange;

/**
 * What a venue allows from one address; it is never exceeded.
 *
 * @param connects within {@code connectWindowMs}
 * @param messagesPerSecond sent on one socket, pings and pongs included
 * @param weightPerMinute of all requests
 * @param usedWeightHeader the header in which the venue says what it has counted; empty if it has none
 * @param connectionLifeMs after which the venue closes a socket
 * @param pingEveryMs how often a sign of life is to be asked for
 */
public record FeedLimits(
        int connects,
        long connectWindowMs,
        int messagesPerSecond,
        int weightPerMinute,
        String usedWeightHeader,
        long connectionLifeMs,
        long pingEveryMs) {}
