package pawl.kernel.contract;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to simulate.
 *
 * @param configuration the folder of the one to run under
 * @param firstSeed the others follow it
 * @param seeds how many, at least 1
 * @param seconds of market time for each, at least 1
 * @param kept where the folders go that a seed which found something left, each seed's into one of its own
 */
public record SimulationRequest(
        Path configuration, Path plugins, long firstSeed, int seeds, int seconds, Optional<Path> kept) {}
