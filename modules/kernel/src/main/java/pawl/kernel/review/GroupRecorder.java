package pawl.kernel.review;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import pawl.api.token.Ticks;
import pawl.fsm.ClusterMachine;
import pawl.fsm.ClusterTransition;
import pawl.fsm.EventPhase;
import pawl.fsm.PhaseTransition;
import pawl.kernel.contract.Timeline.ClusterLine;
import pawl.kernel.contract.Timeline.EventLine;
import pawl.kernel.contract.Timeline.SharePoint;
import pawl.kernel.contract.Timeline.Step;
import pawl.kernel.engine.ClusterLane;
import pawl.kernel.engine.EventLane;

/** Looks at one cluster or event after every tick. */
final class GroupRecorder {
    private final List<SharePoint> shares = new ArrayList<>();
    private final List<Step> transitions = new ArrayList<>();
    private final Bands states = new Bands();

    void look(ClusterLane lane, long tick, boolean isPoint) {
        ClusterMachine machine = lane.machine();
        long timeMs = Ticks.startMs(tick);
        states.at(timeMs, machine.state().name(), machine.isDissipating());
        if (machine.memory().lastStepTick() == tick) {
            transitions.add(step(machine.transition(), tick));
        }
        if (isPoint) {
            shares.add(new SharePoint(
                    timeMs,
                    machine.shares().fragile(),
                    machine.shares().ready(),
                    machine.shares().unwind()));
        }
    }

    void look(EventLane lane, long tick) {
        states.at(Ticks.startMs(tick), lane.phaseName(), false);
        if (lane.slot(0).sinceTick() == tick) {
            transitions.add(step(lane.machine().transition(), tick));
        }
    }

    private static Step step(ClusterTransition step, long tick) {
        return new Step(
                tick,
                step.from().name(),
                step.to().name(),
                step.reason().name(),
                step.measure().name(),
                step.measured(),
                step.threshold(),
                step.base(),
                step.tierFactor(),
                step.phaseFactor(),
                step.baselineFactor(),
                step.sizeFactor(),
                OptionalDouble.empty());
    }

    private static Step step(PhaseTransition step, long tick) {
        String from = step.fromCode() == EventPhase.NOT_BEGUN_CODE
                ? "NOT_BEGUN"
                : EventPhase.ofCode(step.fromCode()).name();
        return new Step(
                tick,
                from,
                step.to().name(),
                step.reason().name(),
                step.measure().name(),
                step.measured(),
                step.threshold(),
                step.threshold(),
                1,
                1,
                1,
                1,
                OptionalDouble.empty());
    }

    ClusterLine clusterLine(String name, List<String> members, long endMs) {
        return new ClusterLine(name, members, states.until(endMs), shares, transitions);
    }

    EventLine eventLine(String name, List<String> members, long endMs) {
        return new EventLine(name, members, states.until(endMs), transitions);
    }
}
