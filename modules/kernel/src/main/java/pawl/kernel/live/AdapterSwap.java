package pawl.kernel.live;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A venue's adapter that takes over from another, or leaves the venue without one.
 *
 * @param sha256 of the plugin's files; empty where the adapter is taken away
 * @param next how the venue is heard from then on; empty likewise
 * @param tick completed with the tick that says so, on the engine's thread
 */
record AdapterSwap(
        int venueIndex,
        String venueName,
        Optional<String> sha256,
        Optional<VenueHearing> next,
        CompletableFuture<Long> tick) {}
