package pawl.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What holds for all venues alike. {@link #standard(long)} is meant for real venues; the rest is for tests and for special networks.
 *
 * @param trustedCertificate a PEM file whose certificates are trusted instead of the platform's; host names are checked either way
 * @param backoffBase the second attempt's longest delay, doubled from attempt to attempt; the first is made at once
 * @param backoffCap the longest delay between attempts
 * @param settledAfter how long a socket must have delivered data before its next break counts as a first one
 * @param jitterSeed of the delays' random part
 * @param maxFrameBytes of one message or body; more of it is refused
 * @param connectTimeout for name, connection, TLS and upgrade together
 * @param acknowledgementTimeout for one subscription request
 * @param signOfLifeTimeout how long after a ping something, whatever it is, must have come
 * @param requestTimeout for one HTTP request, its body included
 * @param rebuildAfter how long a subscribed stream may be missing, beyond its limit, before its socket is replaced; doubled up to an
 *     hour while that does not help
 * @param refusedRetryEvery how often a refused stream is asked for again
 * @param takeoverDeadline how long two sockets run side by side at most
 */
public record TransportSettings(
        Optional<Path> trustedCertificate,
        Duration backoffBase,
        Duration backoffCap,
        Duration settledAfter,
        long jitterSeed,
        int maxFrameBytes,
        Duration connectTimeout,
        Duration acknowledgementTimeout,
        Duration signOfLifeTimeout,
        Duration requestTimeout,
        Duration rebuildAfter,
        Duration refusedRetryEvery,
        Duration takeoverDeadline) {
    private static final int STANDARD_MAX_FRAME_BYTES = 8 << 20;

    public TransportSettings withTrustedCertificate(Optional<Path> certificate) {
        return new TransportSettings(
                certificate,
                backoffBase,
                backoffCap,
                settledAfter,
                jitterSeed,
                maxFrameBytes,
                connectTimeout,
                acknowledgementTimeout,
                signOfLifeTimeout,
                requestTimeout,
                rebuildAfter,
                refusedRetryEvery,
                takeoverDeadline);
    }

    /** @param jitterSeed should differ between processes, lest they come back to a venue in step */
    public static TransportSettings standard(long jitterSeed) {
        return new TransportSettings(
                Optional.empty(),
                Duration.ofMillis(250),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                jitterSeed,
                STANDARD_MAX_FRAME_BYTES,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30));
    }
}
