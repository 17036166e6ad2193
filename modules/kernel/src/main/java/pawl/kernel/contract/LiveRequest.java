package pawl.kernel.contract;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to listen to, and what to keep of it.
 *
 * @param data where logs and snapshots go; without it they are kept in memory and gone at the end
 * @param capture the folder in which every frame is recorded
 * @param resumes whether the data folder's logs are to be continued; without it the folder must hold none
 * @param venue the only venue to listen to; without it all that are configured
 * @param endpoint heard in place of the venue's own addresses
 * @param trustedCertificate a PEM file that is trusted in place of the platform's certificates
 * @param duration after which the run ends by itself
 * @param durability of what goes to the data folder
 */
public record LiveRequest(
        Path configuration,
        Path plugins,
        Optional<Path> data,
        Optional<Path> capture,
        boolean resumes,
        Optional<String> venue,
        Optional<LiveEndpoint> endpoint,
        Optional<Path> trustedCertificate,
        Optional<Duration> duration,
        Durability durability) {}
