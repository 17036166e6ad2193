package pawl.transport;

import java.time.Duration;

/**
 * One stream of a socket.
 *
 * @param number by which {@link Heard} names it, unique in its {@link VenuePlan}, from 0 without holes
 * @param name as the venue has it, for example {@code chzusdt@aggTrade}
 * @param silence what its silence means
 * @param limit how long it may be silent, the wait for its first data included; for {@link Silence#IRREGULAR} the least limit, which
 *     grows with the pauses that the stream has lately made
 */
public record StreamPlan(int number, String name, Silence silence, Duration limit) {
    /** What silence of a stream means. */
    public enum Silence {
        /** The venue sends at a fixed cadence: silence beyond the limit is a fault of the stream. */
        FIXED_CADENCE,
        /** It sends when something happens: silence beyond the limit is a fault only while its socket's fixed cadences fail too. */
        IRREGULAR,
        /** It may be silent for ever. */
        MEANINGLESS
    }
}
