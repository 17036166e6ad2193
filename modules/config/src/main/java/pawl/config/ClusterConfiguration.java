package pawl.config;

import java.util.List;

/**
 * A group of tokens (D7).
 *
 * @param members indices of tokens, rising; not empty
 */
public record ClusterConfiguration(String name, List<Integer> members) {
    public ClusterConfiguration {
        members = List.copyOf(members);
    }
}
