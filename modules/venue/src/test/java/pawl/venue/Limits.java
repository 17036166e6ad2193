package pawl.venue;

import java.time.Duration;

/** Binance's limits with a few others. */
final class Limits {
    private Limits() {}

    static VenueLimits with(Duration connectionLife, Duration pingInterval, Duration pongTimeout) {
        VenueLimits all = VenueLimits.ofBinance();
        return new VenueLimits(
                all.messagesPerSecond(),
                all.streamsPerConnection(),
                all.connectsPerFiveMinutes(),
                all.weightPerMinute(),
                connectionLife,
                pingInterval,
                pongTimeout,
                all.outgoingBytes(),
                all.tradesKept());
    }

    static VenueLimits with(int messages, int streams, int connects, int weight, int outgoingBytes, int tradesKept) {
        VenueLimits all = VenueLimits.ofBinance();
        return new VenueLimits(
                messages,
                streams,
                connects,
                weight,
                all.connectionLife(),
                all.pingInterval(),
                all.pongTimeout(),
                outgoingBytes,
                tradesKept);
    }
}
