package pawl.kernel.engine;

import pawl.api.plugin.StateBlock;
import pawl.fsm.ClusterMachine;
import pawl.fsm.ClusterMembers;
import pawl.fsm.ClusterShares;
import pawl.fsm.ClusterTransition;
import pawl.fsm.TokenState;
import pawl.storage.ClusterSharesRecord;
import pawl.storage.ClusterTransitionRecord;
import pawl.storage.EngineLog;

/**
 * One cluster's way through a tick. What must last lies in a slot of every member's block: written there before a snapshot is taken, and
 * read from there when one is restored.
 */
public final class ClusterLane implements ClusterMembers {
    private final int index;
    private final String name;
    private final TokenLane[] members;
    private final StateBlock state =
            new StateBlock(new long[ClusterMachine.STATE_WORDS], 0, ClusterMachine.STATE_WORDS);
    private final StateBlock[] copies;
    private final ClusterMachine machine;
    private boolean hasStepped;

    /** @param copies the slot of each member, in the order of members */
    ClusterLane(int index, String name, TokenLane[] members, StateBlock[] copies, ClusterRules rules) {
        this.index = index;
        this.name = name;
        this.members = members;
        this.copies = copies;
        machine = new ClusterMachine(state, rules.table(), rules.dissipation(), rules.dynamics(), this);
    }

    public String name() {
        return name;
    }

    public ClusterMachine machine() {
        return machine;
    }

    void update(long tick) {
        hasStepped = machine.update(tick);
    }

    /** Logs the step that the last update took, if it took one, with every member (D7). */
    void append(long tick, EngineLog log, EngineCounts counts) {
        if (!hasStepped) {
            return;
        }
        hasStepped = false;
        ClusterTransitionRecord step = stepRecord(machine.transition());
        ClusterSharesRecord shares = sharesRecord(machine.transition(), machine.shares());
        for (TokenLane member : members) {
            log.clusterTransition(member.token().index(), tick, step);
            log.clusterShares(member.token().index(), tick, shares);
        }
        counts.clusterTransitions++;
    }

    private ClusterTransitionRecord stepRecord(ClusterTransition step) {
        return new ClusterTransitionRecord(
                step.measured(),
                step.threshold(),
                step.base(),
                step.tierFactor(),
                step.phaseFactor(),
                index,
                step.from().code(),
                step.to().code(),
                step.reason().code(),
                step.measure().code(),
                step.heldTicks());
    }

    private ClusterSharesRecord sharesRecord(ClusterTransition step, ClusterShares shares) {
        return new ClusterSharesRecord(
                shares.fragile(),
                shares.ready(),
                shares.unwind(),
                step.baselineFactor(),
                step.sizeFactor(),
                index,
                shares.liveMembers(),
                members.length);
    }

    /** After an outage (D2). */
    void restart() {
        machine.restart();
    }

    void copyToMembers() {
        for (StateBlock copy : copies) {
            copy.copyFrom(state);
        }
    }

    /** @throws IllegalStateException when the members' blocks differ in it */
    void readFromMembers() {
        state.copyFrom(copies[0]);
        for (int member = 1; member < copies.length; member++) {
            for (int word = 0; word < state.length(); word++) {
                if (copies[member].getLong(word) != state.getLong(word)) {
                    throw new IllegalStateException("cluster " + name + ": tokens "
                            + members[0].token().name() + " and "
                            + members[member].token().name() + " remember another state of it");
                }
            }
        }
    }

    @Override
    public int size() {
        return members.length;
    }

    @Override
    public TokenState state(int member) {
        return members[member].state();
    }

    @Override
    public boolean isDissipating(int member) {
        return members[member].isDissipating();
    }

    @Override
    public boolean isLive(int member) {
        return !members[member].isHeld();
    }

    @Override
    public double weight(int member) {
        return members[member].memberWeight();
    }

    @Override
    public double tierFactor(int member) {
        return members[member].tierFactor();
    }

    @Override
    public double phaseFactor(int member) {
        return members[member].clusterPhaseFactor();
    }
}
