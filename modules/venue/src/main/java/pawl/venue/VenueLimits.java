package pawl.venue;

import java.time.Duration;

/**
 * What a client may do before it is refused. All by real time, whatever the market's pace.
 *
 * @param messagesPerSecond of one socket, control frames among them; one more closes it with 1008
 * @param connectsPerFiveMinutes of one address; one more is refused with 429
 * @param weightPerMinute of one address's REST requests; beyond it 429, and 418 for who goes on
 * @param connectionLife after which the venue closes a socket, however well it is
 * @param pongTimeout how long a ping may stay without its pong
 * @param outgoingBytes not yet taken by a socket's client; more cuts it, but at an infinite pace, where the market waits
 * @param tradesKept at most of each symbol, and none for more than an hour, for {@code aggTrades}
 */
public record VenueLimits(
        int messagesPerSecond,
        int streamsPerConnection,
        int connectsPerFiveMinutes,
        int weightPerMinute,
        Duration connectionLife,
        Duration pingInterval,
        Duration pongTimeout,
        int outgoingBytes,
        int tradesKept) {
    /** As documented for USD-M futures in 2026. */
    public static VenueLimits ofBinance() {
        return new VenueLimits(
                10,
                1_024,
                300,
                2_400,
                Duration.ofHours(24),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                8 << 20,
                10_000);
    }
}
