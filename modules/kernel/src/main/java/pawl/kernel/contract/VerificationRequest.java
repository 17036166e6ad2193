package pawl.kernel.contract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be verified, and with what.
 *
 * @param data the data folder; nothing in it is changed
 * @param plugins from which the plugins are taken that the logs name
 * @param day the UTC day to look at; empty for all of them
 * @param key the operator's public key, which seals must be signed with; empty to look at no signature
 */
public record VerificationRequest(Path data, Path plugins, Optional<LocalDate> day, Optional<Path> key) {}
