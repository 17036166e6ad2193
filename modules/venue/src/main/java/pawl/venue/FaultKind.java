package pawl.venue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that a script can make go wrong. */
enum FaultKind {
    /** A TCP reset. */
    CUT(Selects.SOCKETS, List.of(), List.of()),
    /** A WebSocket close with {@code code}. */
    CLOSE(Selects.SOCKETS, List.of(), List.of("code")),
    /** Neither reads nor writes, and keeps the TCP connection; after {@code for} it is cut. */
    HALF_OPEN(Selects.SOCKETS, List.of(), List.of("for")),
    /** Pings and acks go on, data do not, on the sockets that are there when it begins. */
    SILENT_STALL(Selects.SOCKETS, List.of(), List.of("for")),
    /** Subscriptions are acknowledged and stay silent. */
    ACK_WITHOUT_DATA(Selects.SOCKETS, List.of(), List.of("for", "count")),
    DUPLICATE(Selects.FRAMES, List.of(), List.of("for", "count")),
    /** A frame changes places with the next one of its stream. */
    REORDER(Selects.FRAMES, List.of(), List.of("for", "count")),
    /** A frame is sent {@code delay} later than it should be; others overtake it. */
    LATE(Selects.FRAMES, List.of("delay"), List.of("for", "count")),
    /** Adds {@code ms} to stamps; without {@code for} and {@code count} for good. */
    CLOCK_SKEW(Selects.FRAMES_AND_REQUESTS, List.of("ms"), List.of("for", "count")),
    RENAMED_FIELD(Selects.FRAMES_AND_REQUESTS, List.of("field", "to"), List.of("for", "count")),
    NULL_FIELD(Selects.FRAMES_AND_REQUESTS, List.of("field"), List.of("for", "count")),
    /** Half a JSON text between two frames. */
    GARBAGE(Selects.SOCKETS, List.of(), List.of()),
    /** One frame of {@code bytes} between two others. */
    OVERSIZED(Selects.SOCKETS, List.of(), List.of("bytes")),
    /** After each read from a socket none for {@code pause}: acks and pongs come late. */
    SLOW_READ(Selects.SOCKETS, List.of("for"), List.of("pause")),
    REST_429(Selects.REQUESTS, List.of(), List.of("for", "count", "retry-after")),
    REST_418(Selects.REQUESTS, List.of(), List.of("for", "count", "retry-after")),
    /** A page of HTML with {@code status}. */
    REST_HTML(Selects.REQUESTS, List.of(), List.of("for", "count", "status")),
    /** No answer at all. */
    REST_TIMEOUT(Selects.REQUESTS, List.of(), List.of("for", "count")),
    /** New TLS handshakes fail; connections that are there stay. */
    TLS_FAILURE(List.of(), List.of("for"), List.of()),
    /** The symbol's frames end for good, and exchangeInfo says SETTLING. */
    DELISTING(List.of(), List.of("symbol"), List.of()),
    /** Nobody listens on the port, and every connection is cut. */
    RESTART(List.of(), List.of("for"), List.of());

    /** Joined by commas, as an enum must not hold what may change. */
    private final String keys;

    private final String required;

    FaultKind(List<String> selectors, List<String> required, List<String> optional) {
        this.required = String.join(",", required);
        TreeSet<String> all = new TreeSet<>(List.of("at", "every", "fault"));
        all.addAll(selectors);
        all.addAll(required);
        all.addAll(optional);
        keys = String.join(",", all);
    }

    /** Its name in a script. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    boolean takes(String key) {
        return keys().contains(key);
    }

    /** In alphabetical order. */
    List<String> keys() {
        return List.of(keys.split(","));
    }

    List<String> required() {
        return required.isEmpty() ? List.of() : List.of(required.split(","));
    }

    private static final class Selects {
        static final List<String> SOCKETS = List.of("route", "stream", "symbol");
        static final List<String> FRAMES = SOCKETS;
        static final List<String> REQUESTS = List.of("path", "symbol");
        static final List<String> FRAMES_AND_REQUESTS = List.of("route", "stream", "symbol", "path");
    }
}
