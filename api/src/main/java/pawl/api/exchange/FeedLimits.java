package pawl.api.exchange;

/**
 * What a venue allows from one address; it is never exceeded.
 *
 * @param connects within {@code connectWindowMs}; at least 1, as the window is
 * @param messagesPerSecond sent on one socket, pings and pongs included; at least 1
 * @param weightPerMinute of all requests; 0 where nothing is polled
 * @param usedWeightHeader the header in which the venue says what it has counted; empty if it has none
 * @param connectionLifeMs after which the venue closes a socket; at least 1
 * @param pingEveryMs how often a sign of life is to be asked for; at least 1
 */
public record FeedLimits(
        int connects,
        long connectWindowMs,
        int messagesPerSecond,
        int weightPerMinute,
        String usedWeightHeader,
        long connectionLifeMs,
        long pingEveryMs) {

    /** @throws IllegalArgumentException when a number is out of its range */
    public FeedLimits {
        atLeast(1, connects, "connects");
        atLeast(1, connectWindowMs, "connectWindowMs");
        atLeast(1, messagesPerSecond, "messagesPerSecond");
        atLeast(0, weightPerMinute, "weightPerMinute");
        atLeast(1, connectionLifeMs, "connectionLifeMs");
        atLeast(1, pingEveryMs, "pingEveryMs");
    }

    private static void atLeast(int least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "a venue's limit " + name + " is " + value + "; it is at least " + least);
        }
    }
}
