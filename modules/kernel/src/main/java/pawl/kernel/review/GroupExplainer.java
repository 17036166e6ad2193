package pawl.kernel.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import pawl.api.decimal.Decimals;
import pawl.fsm.ClusterMachine;
import pawl.fsm.EventPhase;
import pawl.fsm.EventPhaseState;
import pawl.kernel.engine.ClusterLane;
import pawl.kernel.engine.EventLane;
import pawl.kernel.engine.TokenLane;

/** How a token's clusters and events stand. */
final class GroupExplainer {
    private GroupExplainer() {}

    static SequencedMap<String, Object> explain(ClusterLane lane) {
        ClusterMachine machine = lane.machine();
        SequencedMap<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("state", machine.state().name());
        cluster.put("dissipating", machine.isDissipating());
        cluster.put("fragileShare", machine.shares().fragile());
        cluster.put("readyShare", machine.shares().ready());
        cluster.put("unwindShare", machine.shares().unwind());
        cluster.put("liveMembers", (long) machine.shares().liveMembers());
        cluster.put("members", (long) lane.size());
        cluster.put("baseline", machine.memory().baseline());
        cluster.put("nextState", machine.row().to().name());
        cluster.put("measure", machine.row().measure().name());
        if (machine.isHeld()) {
            cluster.put("held", "too few live members");
        } else {
            cluster.put("enter", machine.inForce(machine.row().threshold().enter()));
            cluster.put("exit", machine.inForce(machine.row().threshold().exit()));
        }
        cluster.put("enterBase", machine.row().threshold().enter());
        cluster.put("countTicks", machine.memory().countTicks());
        cluster.put("persistTicks", (long) machine.row().threshold().persistTicks());
        return cluster;
    }

    /** The event as one of its tokens keeps it. */
    static SequencedMap<String, Object> explain(EventLane lane, TokenLane token) {
        SequencedMap<String, Object> event = new LinkedHashMap<>();
        for (int member = 0; member < lane.size(); member++) {
            if (lane.member(member) == token) {
                fill(event, lane, member);
            }
        }
        return event;
    }

    private static void fill(SequencedMap<String, Object> event, EventLane lane, int member) {
        EventPhaseState slot = lane.slot(member);
        event.put("phase", lane.phaseName());
        event.put("sinceTick", slot.sinceTick());
        if (slot.phaseCode() < EventPhase.EVENT_POST.code()) {
            EventPhase next = EventPhase.ofCode(slot.phaseCode() + 1);
            event.put("nextPhase", next.name());
            event.put(
                    "nextScheduled",
                    Instant.ofEpochMilli(lane.machine().schedule().timeMs(next)).toString());
        }
        event.put("dueTicks", slot.dueTicks());
        event.put(
                "referencePrice",
                Decimals.toText(
                        slot.referencePriceMantissa(),
                        lane.member(member).token().priceExponent()));
        event.put("collapsing", lane.machine().isCollapsing(member));
        event.put("collapseShare", lane.machine().collapseShare());
        event.put("collapseTicks", slot.collapseTicks());
    }
}
