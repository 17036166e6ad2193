package pawl.venue;

import java.util.Locale;

/** What part of the venue a socket, a stream or a request belongs to. */
enum Route {
    PUBLIC,
    MARKET,
    /** The roots of before the split: every subscription is acknowledged, and only public streams are sent. */
    LEGACY,
    REST;

    boolean carries(Route ofStream) {
        return this == ofStream || (this == LEGACY && ofStream == PUBLIC);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
