package pawl.kernel.inspect;

import java.util.List;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.config.ClusterConfiguration;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.config.EventConfiguration;
import pawl.fsm.ClusterMeasure;
import pawl.fsm.ClusterState;
import pawl.fsm.EventPhase;
import pawl.fsm.Measure;
import pawl.fsm.PhaseMeasure;
import pawl.fsm.PhaseReason;
import pawl.fsm.StepReason;
import pawl.fsm.TokenState;
import pawl.storage.ConfigurationFiles;
import pawl.storage.DecisionNames;
import pawl.storage.StorageFormatException;

/**
 * The names of the machines' codes, and of the clusters and events of one configuration.
 *
 * @param clusters in order of name; what is not among them is named by its position
 * @param events likewise
 */
public record FsmNames(List<String> clusters, List<String> events) implements DecisionNames {
    private static final int TOKEN_MACHINE = 1;
    private static final int CLUSTER_MACHINE = 2;
    private static final int EVENT_MACHINE = 3;
    private static final String NOT_BEGUN = "NOT_BEGUN";

    /** With clusters and events by position. */
    public static final FsmNames WITHOUT_CONFIGURATION = new FsmNames(List.of(), List.of());

    public FsmNames {
        clusters = List.copyOf(clusters);
        events = List.copyOf(events);
    }

    public static FsmNames of(Configuration configuration) {
        return new FsmNames(
                configuration.clusters().stream()
                        .map(ClusterConfiguration::name)
                        .toList(),
                configuration.events().stream().map(EventConfiguration::name).toList());
    }

    /** Of the configuration that the store keeps under a hash; by position where it keeps none that can be read. */
    public static FsmNames of(LogStore store, String configurationSha256) throws StorageException {
        try {
            byte[] json = ConfigurationFiles.read(store, configurationSha256);
            return of(ConfigurationReader.read("configuration/" + configurationSha256 + ".json", json));
        } catch (StorageFormatException | ConfigurationException e) {
            return WITHOUT_CONFIGURATION;
        } catch (StorageException e) {
            if (e.kind() == StorageException.Kind.BAD_NAME) {
                return WITHOUT_CONFIGURATION;
            }
            throw e;
        }
    }

    @Override
    public String machine(int machineCode) {
        return switch (machineCode) {
            case TOKEN_MACHINE -> "TOKEN";
            case CLUSTER_MACHINE -> "CLUSTER";
            case EVENT_MACHINE -> "EVENT";
            default -> Integer.toString(machineCode);
        };
    }

    @Override
    public String state(int machineCode, int stateCode) {
        return switch (machineCode) {
            case TOKEN_MACHINE -> named(TokenState.values(), stateCode);
            case CLUSTER_MACHINE -> named(ClusterState.values(), stateCode);
            case EVENT_MACHINE ->
                stateCode == EventPhase.NOT_BEGUN_CODE ? NOT_BEGUN : named(EventPhase.values(), stateCode);
            default -> Integer.toString(stateCode);
        };
    }

    /** States are numbered from 1 in their order. */
    private static String named(Enum<?>[] states, int code) {
        return code >= 1 && code <= states.length ? states[code - 1].name() : Integer.toString(code);
    }

    @Override
    public String reason(int reasonCode) {
        for (StepReason reason : StepReason.values()) {
            if (reason.code() == reasonCode) {
                return reason.name();
            }
        }
        for (PhaseReason reason : PhaseReason.values()) {
            if (reason.code() == reasonCode) {
                return reason.name();
            }
        }
        return Integer.toString(reasonCode);
    }

    @Override
    public String measure(int measureKindCode) {
        for (Measure measure : Measure.values()) {
            if (measure.code() == measureKindCode) {
                return measure.name();
            }
        }
        for (ClusterMeasure measure : ClusterMeasure.values()) {
            if (measure.code() == measureKindCode) {
                return measure.name();
            }
        }
        for (PhaseMeasure measure : PhaseMeasure.values()) {
            if (measure.code() == measureKindCode) {
                return measure.name();
            }
        }
        return Integer.toString(measureKindCode);
    }

    @Override
    public String cluster(int cluster) {
        return cluster < clusters.size() ? clusters.get(cluster) : Integer.toString(cluster);
    }

    @Override
    public String event(int event) {
        return event < events.size() ? events.get(event) : Integer.toString(event);
    }
}
