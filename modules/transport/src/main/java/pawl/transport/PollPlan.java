package pawl.transport;

import java.net.URI;
import java.time.Duration;

/**
 * A resource asked for again and again, by GET.
 *
 * @param feed the number that its bodies are handed over with
 * @param stream number among the venue's streams, for its state
 * @param name for reports, for example {@code chzusdt@openInterest}
 * @param every the schedule's period; the first request is at a point of the period that spreads a venue's polls evenly
 * @param weight what one request costs of {@link VenueLimits#weightPerMinute}
 * @param before put before the body, to make of it a frame that names its stream; usually empty
 * @param after put after the body; usually empty
 */
public record PollPlan(
        int feed, int stream, String name, URI uri, Duration every, int weight, String before, String after) {}
