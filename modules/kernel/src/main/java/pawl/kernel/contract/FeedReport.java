package pawl.kernel.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What one UTC day's logs say of how well the venues were heard. All of it is in the logs, so a replay's says the same.
 *
 * @param streams in order of venue, token and kind
 * @param clockStepsMs each time that the host's clock was set: by how much
 * @param backPressureMs for how long nothing was read because the engine was behind
 * @param outages stretches in which no engine ran, or nothing was heard at all
 * @param isSynthetic whether something other than the venues was heard
 */
public record FeedReport(
        LocalDate day,
        List<Stream> streams,
        List<Long> clockStepsMs,
        long backPressureMs,
        long outages,
        boolean isSynthetic) {
    public FeedReport {
        streams = List.copyOf(streams);
        clockStepsMs = List.copyOf(clockStepsMs);
    }

    /**
     * One stream of a token at a venue.
     *
     * @param kind of event that it carries
     * @param isSampled whether the venue publishes only a sample of what happens
     * @param frames heard, as counted each hour and where a run ended
     * @param logged events in the log, those fetched afterwards included
     * @param backfilled of them, those fetched afterwards
     * @param gaps holes in the venue's ids
     * @param missingIds in them, whether they were fetched afterwards or not
     * @param connects connections that were made for it; of a poll, requests
     * @param breaks connections that broke; of a poll, requests that failed
     * @param unrepaired gaps that stay ones
     * @param state at the day's end
     * @param msInState by state, from the first word of it on
     */
    public record Stream(
            String venue,
            String token,
            String kind,
            boolean isSampled,
            long frames,
            long logged,
            long backfilled,
            long gaps,
            long missingIds,
            long unrepaired,
            long connects,
            long breaks,
            String state,
            SortedMap<String, Long> msInState) {}
}
