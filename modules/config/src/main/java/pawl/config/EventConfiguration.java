package pawl.config;

import java.util.List;

/**
 * A known event and when its phases begin (D8), in ms since the epoch, each after the one before.
 *
 * @param members indices of tokens, rising; not empty
 */
public record EventConfiguration(
        String name, List<Integer> members, long prepMs, long startMs, long midMs, long endMs, long postMs) {
    public EventConfiguration {
        members = List.copyOf(members);
    }
}
