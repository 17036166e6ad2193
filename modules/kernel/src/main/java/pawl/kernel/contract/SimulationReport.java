package pawl.kernel.contract;

import java.util.List;

/**
 * What a simulation came to.
 *
 * @param failures a line for each seed that found something, in order of seeds
 * @param simulatedSeconds of market time that were run to their end, each counted once
 * @param ticks that were committed, each counted once
 * @param steps of all machines
 * @param processes engines that were started on disks with faults
 */
public record SimulationReport(
        int seeds,
        List<Failure> failures,
        long simulatedSeconds,
        long ticks,
        long steps,
        long processes,
        long elapsedNs) {

    public SimulationReport {
        failures = List.copyOf(failures);
    }

    /**
     * What a seed found.
     *
     * @param tick in or after which it came to light; -1 where that cannot be said
     */
    public record Failure(long seed, long tick, String what) {}

    /** How many hours of market time are simulated in a minute. */
    public double hoursPerMinute() {
        return simulatedSeconds / 3_600.0 / (Math.max(1, elapsedNs) / 60e9);
    }
}
