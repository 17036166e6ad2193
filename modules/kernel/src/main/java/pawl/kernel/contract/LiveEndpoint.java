package pawl.kernel.contract;

import java.net.URI;

/**
 * Where a venue's protocol is spoken by something that is not the venue, for example a local one. What is heard there is no market's:
 * the logs say that it is synthetic, and name it.
 *
 * @param sockets {@code ws} or {@code wss}, host and port
 * @param requests {@code http} or {@code https}, host and port
 * @param label what is served there, for the names of feeds; without a slash
 */
public record LiveEndpoint(URI sockets, URI requests, String label) {
    /** @throws IllegalArgumentException when the label has a slash */
    public LiveEndpoint {
        if (label.indexOf('/') >= 0) {
            throw new IllegalArgumentException("the label " + label + " has a slash");
        }
    }
}
