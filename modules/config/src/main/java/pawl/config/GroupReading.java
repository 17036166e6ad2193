package pawl.config;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes the records of clusters, events and their machines out of a tree that is checked and has its defaults. */
final class GroupReading {
    private static final List<String> PHASES = List.of("prep", "start", "mid", "end", "post");

    private GroupReading() {}

    /** In order of name. */
    static List<ClusterConfiguration> clusters(Ontology ontology) {
        return ontology.clusterNodes().keySet().stream()
                .map(name -> new ClusterConfiguration(name, ontology.membersOfCluster(name)))
                .toList();
    }

    /** In order of name. */
    static List<EventConfiguration> events(Ontology ontology) {
        List<EventConfiguration> events = new ArrayList<>();
        ontology.eventNodes().forEach((name, node) -> {
            long[] timesMs = PHASES.stream()
                    .mapToLong(phase -> timeMs(node.path("phases").path(phase)))
                    .toArray();
            events.add(new EventConfiguration(
                    name, ontology.membersOfEvent(name), timesMs[0], timesMs[1], timesMs[2], timesMs[3], timesMs[4]));
        });
        return List.copyOf(events);
    }

    private static long timeMs(JsonNode instant) {
        String text = instant.stringValue();
        return LocalDateTime.parse(text.substring(0, text.length() - 1))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    /** That every phase of an event is a time, and after the one before. */
    static void checkPhases(JsonNode root, ProblemList problems) {
        for (int i = 0; i < root.path("events").size(); i++) {
            JsonNode phases = root.path("events").path(i).path("phases");
            String path = SourceLines.item("events", i) + ".phases";
            long beforeMs = Long.MIN_VALUE;
            for (String phase : PHASES) {
                try {
                    long timeMs = timeMs(phases.path(phase));
                    if (timeMs <= beforeMs) {
                        problems.add(
                                SourceLines.key(path, phase),
                                SchemaWords.found(phases.path(phase))
                                        + " is not allowed; each phase begins after the one before it");
                    }
                    if (timeMs < 0) {
                        problems.add(SourceLines.key(path, phase), "before the year 1970, which is not allowed");
                    }
                    beforeMs = timeMs;
                } catch (DateTimeException e) {
                    problems.add(
                            SourceLines.key(path, phase),
                            SchemaWords.found(phases.path(phase)) + " is no time there is: " + e.getMessage());
                }
            }
        }
    }

    static ClusterMachineConfiguration clusterMachine(JsonNode machine) {
        List<HysteresisConfiguration> steps = new ArrayList<>();
        for (ClusterStep step : ClusterStep.values()) {
            steps.add(hysteresis(machine.path("steps").path(step.configurationName())));
        }
        JsonNode dissipation = machine.path("dissipation");
        return new ClusterMachineConfiguration(
                steps,
                new DissipationConfiguration(
                        dissipation.path("afterTicks").intValue(),
                        dissipation.path("dwellTicks").intValue()),
                machine.path("baselineTicks").longValue(),
                machine.path("baselineGain").doubleValue(),
                machine.path("sizeGain").doubleValue(),
                machine.path("minimumLiveMembers").intValue(),
                machine.path("minimumLiveShare").doubleValue());
    }

    static EventPhaseConfiguration eventPhases(JsonNode phases) {
        JsonNode collapse = phases.path("collapse");
        return new EventPhaseConfiguration(
                phases.path("persistTicks").intValue(),
                multipliers(phases.path("multipliers"), "token"),
                multipliers(phases.path("multipliers"), "cluster"),
                collapse.path("priceDrop").doubleValue(),
                collapse.path("openInterestFall").doubleValue(),
                collapse.path("liquidityStress").doubleValue(),
                hysteresis(collapse.path("share")));
    }

    private static EventPhaseConfiguration.PhaseMultipliers multipliers(JsonNode multipliers, String of) {
        double[] values = PHASES.stream()
                .mapToDouble(phase -> multipliers.path(phase).path(of).doubleValue())
                .toArray();
        return new EventPhaseConfiguration.PhaseMultipliers(values[0], values[1], values[2], values[3], values[4]);
    }

    private static HysteresisConfiguration hysteresis(JsonNode step) {
        return new HysteresisConfiguration(
                step.path("enter").doubleValue(),
                step.path("exit").doubleValue(),
                step.path("persistTicks").intValue());
    }
}
