package pawl.kernel.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import pawl.fsm.CollapseRule;
import pawl.fsm.EventSchedule;
import pawl.fsm.PhaseFactors;

/**
 * The calendar of events and what all of them go by (E7, D8).
 *
 * @param events in order of name; logs name an event by its position here and by its key
 * @param persistTicks how long a phase's time must have come before the phase begins
 * @param tokenFactors what the phases make of the thresholds of an event's tokens
 * @param clusterFactors what a token's phase makes of the thresholds of its clusters
 */
public record EventRules(
        List<Event> events,
        CollapseRule collapse,
        int persistTicks,
        PhaseFactors tokenFactors,
        PhaseFactors clusterFactors) {
    public EventRules {
        events = List.copyOf(events);
    }

    /**
     * One event.
     *
     * @param members indices of tokens, rising; not empty
     */
    public record Event(String name, List<Integer> members, EventSchedule schedule) {
        public Event {
            members = List.copyOf(members);
        }

        /** What names the event whatever else the calendar holds: the first 8 bytes of the SHA-256 of its name. */
        public long key() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
                return ByteBuffer.wrap(hash).getLong();
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }
    }
}
