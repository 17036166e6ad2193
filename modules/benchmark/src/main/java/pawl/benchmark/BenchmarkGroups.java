package pawl.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pawl.fsm.ClusterDynamics;
import pawl.fsm.ClusterTable;
import pawl.fsm.CollapseRule;
import pawl.fsm.Dissipation;
import pawl.fsm.EventSchedule;
import pawl.fsm.PhaseFactors;
import pawl.fsm.Threshold;
import pawl.kernel.engine.ClusterRules;
import pawl.kernel.engine.EventRules;

/** Clusters and an event for any number of tokens: each token is in two clusters, and all are in the event. */
final class BenchmarkGroups {
    private static final int MEMBERS = 60;
    /** In the year 2999. */
    private static final long FAR_MS = 32_472_144_000_000L;

    private BenchmarkGroups() {}

    /** A cluster of up to 60 tokens begins at every thirtieth: 3,000 tokens make 100. */
    static ClusterRules clusters(int tokens) {
        List<ClusterRules.Cluster> clusters = new ArrayList<>();
        for (int first = 0; first < tokens; first += MEMBERS / 2) {
            List<Integer> members = IntStream.range(first, first + MEMBERS)
                    .map(token -> token % tokens)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            clusters.add(new ClusterRules.Cluster("cluster" + clusters.size(), members));
        }
        Threshold threshold = new Threshold(0.3, 0.2, 40);
        return new ClusterRules(
                clusters,
                new ClusterTable(threshold, threshold, threshold, threshold, threshold),
                new Dissipation(2_400, 40),
                new ClusterDynamics(345_600, 1, 0.5, 1, 0.5));
    }

    static EventRules events(int tokens) {
        PhaseFactors factors = new PhaseFactors(1, 0.95, 0.9, 0.9, 1);
        return new EventRules(
                List.of(new EventRules.Event(
                        "event",
                        IntStream.range(0, tokens).boxed().toList(),
                        new EventSchedule(0, FAR_MS, FAR_MS + 1, FAR_MS + 2, FAR_MS + 3))),
                new CollapseRule(0.05, 0.3, 0.4, new Threshold(0.5, 0.3, 80)),
                4,
                factors,
                factors);
    }
}
