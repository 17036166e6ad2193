package pawl.kernel.toy;

import java.util.List;
import pawl.api.token.Ticks;
import pawl.fsm.ClusterDynamics;
import pawl.fsm.ClusterTable;
import pawl.fsm.CollapseRule;
import pawl.fsm.Dissipation;
import pawl.fsm.EventSchedule;
import pawl.fsm.PhaseFactors;
import pawl.fsm.Threshold;
import pawl.kernel.engine.ClusterRules;
import pawl.kernel.engine.EventRules;

/** Clusters and events of toys. */
public record ToyGroups(ClusterRules clusters, EventRules events) {
    public static final ToyGroups NONE = new ToyGroups(clusters(List.of()), events(List.of()));

    /** Two clusters that share two tokens, and two events that share one, around the midnight of {@link RandomFrames}. */
    public static final ToyGroups SOME = new ToyGroups(
            clusters(List.of(
                    new ClusterRules.Cluster("all", List.of(0, 1, 2)),
                    new ClusterRules.Cluster("pair", List.of(0, 1)))),
            events(List.of(
                    new EventRules.Event("cup", List.of(0, 1), schedule(RandomFrames.MIDNIGHT_TICK, -12)),
                    new EventRules.Event("final", List.of(1, 2), schedule(RandomFrames.MIDNIGHT_TICK, -3)))));

    public ToyGroups withEvents(EventRules.Event... events) {
        return new ToyGroups(clusters, events(List.of(events)));
    }

    /** Phases eight seconds apart. */
    public static EventSchedule schedule(long aroundTick, int prepSecond) {
        long prepMs = Ticks.startMs(aroundTick) + prepSecond * 1_000L;
        return new EventSchedule(prepMs, prepMs + 8_000, prepMs + 16_000, prepMs + 24_000, prepMs + 32_000);
    }

    private static ClusterRules clusters(List<ClusterRules.Cluster> clusters) {
        return new ClusterRules(
                clusters,
                new ClusterTable(
                        new Threshold(0.2, 0.1, 4),
                        new Threshold(0.2, 0.1, 4),
                        new Threshold(0.2, 0.1, 4),
                        new Threshold(0.5, 0.4, 4),
                        new Threshold(0.5, 0.4, 4)),
                new Dissipation(24, 8),
                new ClusterDynamics(400, 1, 0.5, 1, 0.3));
    }

    private static EventRules events(List<EventRules.Event> events) {
        return new EventRules(
                events,
                new CollapseRule(0.05, 0.3, 0.4, new Threshold(0.5, 0.3, 8)),
                8,
                new PhaseFactors(1, 0.95, 0.9, 0.85, 1.1),
                new PhaseFactors(1, 0.9, 0.8, 0.9, 1));
    }
}
