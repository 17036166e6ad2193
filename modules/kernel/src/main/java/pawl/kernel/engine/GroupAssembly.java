package pawl.kernel.engine;

import pawl.config.ClusterMachineConfiguration;
import pawl.config.ClusterStep;
import pawl.config.Configuration;
import pawl.config.EventPhaseConfiguration;
import pawl.config.EventPhaseConfiguration.PhaseMultipliers;
import pawl.config.HysteresisConfiguration;
import pawl.fsm.ClusterDynamics;
import pawl.fsm.ClusterTable;
import pawl.fsm.CollapseRule;
import pawl.fsm.Dissipation;
import pawl.fsm.EventSchedule;
import pawl.fsm.PhaseFactors;
import pawl.fsm.Threshold;

/** What a configuration says of clusters and events, as their machines take it. */
final class GroupAssembly {
    private GroupAssembly() {}

    static ClusterRules clusters(Configuration configuration) {
        ClusterMachineConfiguration machine = configuration.clusterMachine();
        return new ClusterRules(
                configuration.clusters().stream()
                        .map(cluster -> new ClusterRules.Cluster(cluster.name(), cluster.members()))
                        .toList(),
                new ClusterTable(
                        threshold(machine.step(ClusterStep.HEATING)),
                        threshold(machine.step(ClusterStep.FRAGILE)),
                        threshold(machine.step(ClusterStep.UNWIND)),
                        threshold(machine.step(ClusterStep.COOLDOWN)),
                        threshold(machine.step(ClusterStep.CALM))),
                new Dissipation(
                        machine.dissipation().afterTicks(),
                        machine.dissipation().dwellTicks()),
                new ClusterDynamics(
                        machine.baselineTicks(),
                        machine.baselineGain(),
                        machine.sizeGain(),
                        machine.minimumLiveMembers(),
                        machine.minimumLiveShare()));
    }

    static EventRules events(Configuration configuration) {
        EventPhaseConfiguration phases = configuration.eventPhases();
        return new EventRules(
                configuration.events().stream()
                        .map(event -> new EventRules.Event(
                                event.name(),
                                event.members(),
                                new EventSchedule(
                                        event.prepMs(), event.startMs(), event.midMs(), event.endMs(), event.postMs())))
                        .toList(),
                new CollapseRule(
                        phases.collapsePriceDrop(),
                        phases.collapseOpenInterestFall(),
                        phases.collapseLiquidityStress(),
                        threshold(phases.collapseShare())),
                phases.persistTicks(),
                factors(phases.tokenMultipliers()),
                factors(phases.clusterMultipliers()));
    }

    private static PhaseFactors factors(PhaseMultipliers of) {
        return new PhaseFactors(of.prep(), of.start(), of.mid(), of.end(), of.post());
    }

    private static Threshold threshold(HysteresisConfiguration step) {
        return new Threshold(step.enter(), step.exit(), step.persistTicks());
    }
}
