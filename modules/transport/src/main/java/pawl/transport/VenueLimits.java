package pawl.transport;

import java.time.Duration;

/**
 * What a venue allows from one address. None of it is ever exceeded, reconnecting included.
 *
 * @param connects within {@code connectWindow}
 * @param messagesPerSecond sent on one socket, pings and pongs included
 * @param weightPerMinute of all requests
 * @param usedWeightHeader the header in which the venue says what it has counted, trusted over one's own count; empty if none
 * @param connectionLife after which the venue closes a socket; a new one takes over well before
 * @param pingEvery how often this side asks for a sign of life
 */
public record VenueLimits(
        int connects,
        Duration connectWindow,
        int messagesPerSecond,
        int weightPerMinute,
        String usedWeightHeader,
        Duration connectionLife,
        Duration pingEvery) {}
