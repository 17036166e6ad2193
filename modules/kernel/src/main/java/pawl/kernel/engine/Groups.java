package pawl.kernel.engine;

import java.util.List;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Ticks;
import pawl.fsm.ClusterMachine;
import pawl.fsm.EventPhaseState;
import pawl.storage.EngineLog;

/** The clusters (L2) and events (L3) of an engine: they read tokens, on the last tick of every second, and write to none. */
public final class Groups {
    private final ClusterLane[] clusters;
    private final EventLane[] events;

    Groups(EnginePlan plan, TokenLane[] lanes, long[] blocks, BlockLayout layout) {
        clusters = new ClusterLane[plan.clusters().clusters().size()];
        MembershipSlots clusterSlots = clusterSlots(plan);
        for (int cluster = 0; cluster < clusters.length; cluster++) {
            ClusterRules.Cluster rule = plan.clusters().clusters().get(cluster);
            StateBlock[] copies = new StateBlock[rule.members().size()];
            for (int member = 0; member < copies.length; member++) {
                copies[member] = layout.slot(
                        blocks,
                        rule.members().get(member),
                        BlockLayout.CLUSTERS,
                        clusterSlots.slot(cluster, member),
                        ClusterMachine.STATE_WORDS);
            }
            clusters[cluster] =
                    new ClusterLane(cluster, rule.name(), lanesOf(lanes, rule.members()), copies, plan.clusters());
        }
        events = new EventLane[plan.events().events().size()];
        MembershipSlots eventSlots = eventSlots(plan);
        for (int event = 0; event < events.length; event++) {
            EventRules.Event rule = plan.events().events().get(event);
            StateBlock[] slots = new StateBlock[rule.members().size()];
            for (int member = 0; member < slots.length; member++) {
                slots[member] = layout.slot(
                        blocks,
                        rule.members().get(member),
                        BlockLayout.EVENTS,
                        eventSlots.slot(event, member),
                        EventPhaseState.WORDS);
            }
            events[event] = new EventLane(event, rule, lanesOf(lanes, rule.members()), slots, plan.events());
        }
    }

    static MembershipSlots clusterSlots(EnginePlan plan) {
        return new MembershipSlots(
                plan.clusters().clusters().stream()
                        .map(ClusterRules.Cluster::members)
                        .toList(),
                plan.tokens().size());
    }

    static MembershipSlots eventSlots(EnginePlan plan) {
        return new MembershipSlots(
                plan.events().events().stream().map(EventRules.Event::members).toList(),
                plan.tokens().size());
    }

    private static TokenLane[] lanesOf(TokenLane[] lanes, List<Integer> members) {
        return members.stream().map(token -> lanes[token]).toArray(TokenLane[]::new);
    }

    public List<ClusterLane> clusters() {
        return List.of(clusters);
    }

    public List<EventLane> events() {
        return List.of(events);
    }

    /** The tokens of an event have one phase, always. */
    void requireAgreement() {
        for (EventLane event : events) {
            event.requireAgreement();
        }
    }

    void update(long tick) {
        if ((tick + 1) % Ticks.TICKS_PER_SECOND != 0) {
            return;
        }
        for (ClusterLane cluster : clusters) {
            cluster.update(tick);
        }
        for (EventLane event : events) {
            event.update(tick);
        }
    }

    void append(long tick, EngineLog log, EngineCounts counts) {
        for (ClusterLane cluster : clusters) {
            cluster.append(tick, log, counts);
        }
        for (EventLane event : events) {
            event.append(tick, log, counts);
        }
    }

    /** After an outage (D2). */
    void restart() {
        for (ClusterLane cluster : clusters) {
            cluster.restart();
        }
        for (EventLane event : events) {
            event.restart();
        }
    }

    /** Puts the clusters' state into their members' blocks, which a snapshot is then taken of. */
    void copyToMembers() {
        for (ClusterLane cluster : clusters) {
            cluster.copyToMembers();
        }
    }

    /** Takes up the phases of events that another calendar had too. */
    void adoptPhases(StateBlock[] slotsByToken) {
        for (EventLane event : events) {
            event.adoptPhase(slotsByToken);
        }
    }

    /** Takes the state of clusters from their members' blocks, which were restored. */
    void readFromMembers() {
        for (ClusterLane cluster : clusters) {
            cluster.readFromMembers();
        }
    }
}
