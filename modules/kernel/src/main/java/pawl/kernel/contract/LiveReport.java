package pawl.kernel.contract;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What a live run heard and did. Counts are of this run.
 *
 * @param frames given to the engine, those that tell of the hearing itself included
 * @param refused frames that the venue's adapter could not understand
 * @param unconfigured messages about symbols that no token has, by symbol
 * @param events flushed and logged, by the kind's name
 * @param duplicates trades dropped because their fills had been flushed
 * @param late events kept and marked late
 * @param gaps holes in a venue's trade ids, each logged
 * @param backfilled trades that were missed and fetched afterwards
 * @param outages stretches in which nothing ran, each logged as one gap
 * @param firstTick run; none where no tick was
 * @param backPressureMs for how long nothing was read because the engine was behind
 * @param mostQueuedBytes that waited for the engine at once
 * @param lateness from a tick's end to when it was committed
 * @param tokens state of each at the end
 * @param isSynthetic whether something other than the venue itself was heard
 * @param seconds the run took
 * @param forcing of the logs to disk
 */
public record LiveReport(
        long frames,
        long refused,
        SortedMap<String, Long> unconfigured,
        Map<String, Long> events,
        long duplicates,
        long late,
        long gaps,
        long backfilled,
        long outages,
        long ticks,
        OptionalLong firstTick,
        OptionalLong lastTick,
        long tokenTransitions,
        long clusterTransitions,
        long phaseTransitions,
        long backPressureMs,
        long mostQueuedBytes,
        Lateness lateness,
        SortedMap<String, String> tokens,
        SortedMap<String, String> clusters,
        SortedMap<String, String> phases,
        List<Stream> streams,
        List<Request> requests,
        boolean isSynthetic,
        double seconds,
        AdapterHealth adapters,
        Forcing forcing) {
    public LiveReport {
        streams = List.copyOf(streams);
        requests = List.copyOf(requests);
    }

    /** In milliseconds; quantiles rounded up to a tenth. */
    public record Lateness(double medianMs, double p99Ms, double mostMs) {}

    /**
     * What was forced beside the engine's thread; without a data folder nothing is.
     *
     * @param rounds in which files were forced
     * @param mostMs that a round took, rounded to a tenth
     * @param mostTicks that were committed at once and not yet known to be on disk: what a loss of power could have taken
     */
    public record Forcing(Durability durability, long rounds, double mostMs, long mostTicks) {}

    /**
     * One stream or poll.
     *
     * @param state at the end, before listening stopped
     * @param frames heard; of a poll, bodies
     * @param connects connections that were made for it; of a poll, requests
     * @param breaks connections that broke, failed attempts included; of a poll, failed requests
     */
    public record Stream(String venue, String name, String state, long frames, long connects, long breaks) {}

    /**
     * One venue's requests and connections.
     *
     * @param bans how often the venue told this address to stop
     * @param takeovers connections replaced by a new one before they ended
     * @param stalls connections that were replaced for giving no data
     */
    public record Request(String venue, long bans, long takeovers, long stalls) {}
}
