package pawl.kernel.engine;

import java.util.List;
import pawl.fsm.ClusterDynamics;
import pawl.fsm.ClusterTable;
import pawl.fsm.Dissipation;

/**
 * The clusters and what all of them go by (E6, D7).
 *
 * @param clusters in order of name; logs name a cluster by its position here
 */
public record ClusterRules(
        List<Cluster> clusters, ClusterTable table, Dissipation dissipation, ClusterDynamics dynamics) {
    public ClusterRules {
        clusters = List.copyOf(clusters);
    }

    /**
     * One cluster.
     *
     * @param members indices of tokens, rising; not empty
     */
    public record Cluster(String name, List<Integer> members) {
        public Cluster {
            members = List.copyOf(members);
        }
    }
}
