package pawl.venue;

import java.util.List;
import java.util.Optional;

/**
 * Where the venue listens and how its market's time runs.
 *
 * @param port 0 for one that is free
 * @param pace market seconds per second; infinite: as fast as the slowest subscriber reads, and nothing is lost
 * @param startsWithFirstSubscription whether market time stands still at the first frame until a client subscribes to a stream
 * @param startDelayMs how long after the first subscription, in real time, so that a client's other sockets come in time
 * @param symbols what {@code exchangeInfo} lists beside the symbols of the source
 * @param tls empty for {@code http:} and {@code ws:}
 */
public record VenueSettings(
        String host,
        int port,
        double pace,
        boolean startsWithFirstSubscription,
        long startDelayMs,
        List<String> symbols,
        Optional<TlsSettings> tls,
        VenueLimits limits) {
    public VenueSettings {
        if (!(pace > 0)) {
            throw new IllegalArgumentException("a pace must be above 0, and " + pace + " is not");
        }
        symbols = List.copyOf(symbols);
    }

    /** On a free port of the loopback interface, with Binance's limits, started half a second after the first subscription. */
    public static VenueSettings onLoopback(double pace) {
        return new VenueSettings("127.0.0.1", 0, pace, true, 500, List.of(), Optional.empty(), VenueLimits.ofBinance());
    }

    public VenueSettings withPort(int newPort) {
        return new VenueSettings(host, newPort, pace, startsWithFirstSubscription, startDelayMs, symbols, tls, limits);
    }

    public VenueSettings withStart(boolean withFirstSubscription, long newStartDelayMs) {
        return new VenueSettings(host, port, pace, withFirstSubscription, newStartDelayMs, symbols, tls, limits);
    }

    public VenueSettings withSymbols(List<String> newSymbols) {
        return new VenueSettings(host, port, pace, startsWithFirstSubscription, startDelayMs, newSymbols, tls, limits);
    }

    public VenueSettings withTls(TlsSettings newTls) {
        return new VenueSettings(
                host, port, pace, startsWithFirstSubscription, startDelayMs, symbols, Optional.of(newTls), limits);
    }

    public VenueSettings withLimits(VenueLimits newLimits) {
        return new VenueSettings(host, port, pace, startsWithFirstSubscription, startDelayMs, symbols, tls, newLimits);
    }

    boolean isUnbounded() {
        return Double.isInfinite(pace);
    }
}
