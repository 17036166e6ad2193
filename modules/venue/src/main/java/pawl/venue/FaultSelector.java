package pawl.venue;

import java.util.Optional;

/**
 * What a fault is about; what is empty selects all.
 *
 * @param path of a REST request, for example {@code /fapi/v1/openInterest}
 */
record FaultSelector(Optional<Route> route, Optional<String> stream, Optional<String> symbol, Optional<String> path) {
    boolean matches(StreamName name) {
        return route.map(wanted -> wanted.carries(name.route())).orElse(true)
                && stream.map(wanted -> wanted.equals(name.name()) || wanted.equals(name.topic()))
                        .orElse(true)
                && symbol.map(wanted -> wanted.equalsIgnoreCase(name.symbol())).orElse(true)
                && path.isEmpty();
    }

    /** @param ofSymbol empty for a request that names none */
    boolean matches(String ofPath, String ofSymbol) {
        return route.map(wanted -> wanted == Route.REST).orElse(true)
                && stream.isEmpty()
                && symbol.map(wanted -> wanted.equalsIgnoreCase(ofSymbol)).orElse(true)
                && path.map(wanted -> wanted.equals(ofPath)).orElse(true);
    }

    /** A socket is selected by its route, and by what it is subscribed to where a stream or a symbol is named. */
    boolean matches(VenueSocket socket) {
        if (!route.map(wanted -> wanted == socket.route()).orElse(true)) {
            return false;
        }
        boolean isAny = stream.isEmpty() && symbol.isEmpty();
        return isAny || socket.subscriptions().stream().anyMatch(subscription -> names(subscription.stream()));
    }

    /** Whether the stream and the symbol are the selected ones, whatever their route. */
    boolean names(StreamName name) {
        return new FaultSelector(Optional.empty(), stream, symbol, Optional.empty()).matches(name);
    }
}
