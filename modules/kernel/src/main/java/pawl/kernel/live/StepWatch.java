package pawl.kernel.live;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import pawl.api.token.Ticks;
import pawl.api.token.Token;
import pawl.fsm.TokenState;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.engine.Engine;

/** Tells of steps of the machines, by comparing their states from tick to tick. */
final class StepWatch {
    private final Engine engine;
    private final List<Token> tokens;
    private final LiveListener listener;
    private final TokenState[] states;
    private SortedMap<String, String> clusters;
    private SortedMap<String, String> phases;
    private long clusterSteps;
    private long phaseSteps;

    StepWatch(Engine engine, List<Token> tokens, LiveListener listener) {
        this.engine = engine;
        this.tokens = tokens;
        this.listener = listener;
        states = new TokenState[tokens.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = engine.stateOf(i);
        }
        clusters = engine.clusterStates();
        phases = engine.eventPhases();
    }

    void look(long tick) {
        for (int i = 0; i < states.length; i++) {
            TokenState state = engine.stateOf(i);
            if (state != states[i]) {
                listener.step(Ticks.startMs(tick), "token", tokens.get(i).name(), states[i].name(), state.name());
                states[i] = state;
            }
        }
        if (engine.counts().clusterTransitions() != clusterSteps) {
            clusterSteps = engine.counts().clusterTransitions();
            clusters = changed(tick, "cluster", clusters, engine.clusterStates());
        }
        if (engine.counts().phaseTransitions() != phaseSteps) {
            phaseSteps = engine.counts().phaseTransitions();
            phases = changed(tick, "event", phases, engine.eventPhases());
        }
    }

    private SortedMap<String, String> changed(
            long tick, String kind, SortedMap<String, String> before, SortedMap<String, String> after) {
        for (Map.Entry<String, String> entry : after.entrySet()) {
            String from = before.getOrDefault(entry.getKey(), "");
            if (!from.equals(entry.getValue())) {
                listener.step(Ticks.startMs(tick), kind, entry.getKey(), from, entry.getValue());
            }
        }
        return after;
    }
}
