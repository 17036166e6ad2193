package pawl.kernel.engine;

import java.util.Optional;
import pawl.api.feature.FeatureFrame;
import pawl.api.plugin.StateBlock;
import pawl.fsm.EventMembers;
import pawl.fsm.EventPhase;
import pawl.fsm.EventPhaseMachine;
import pawl.fsm.EventPhaseState;
import pawl.fsm.PhaseTransition;
import pawl.storage.EngineLog;
import pawl.storage.EventPhaseRecord;

/** One event's way through a tick. Its state lies in a slot of every member's block, the same in each (E7, D8). */
public final class EventLane implements EventMembers {
    private final int index;
    private final EventRules.Event event;
    private final TokenLane[] members;
    private final EventPhaseState[] slots;
    private final EventPhaseMachine machine;
    private boolean hasStepped;

    /** @param slots one of each member, in the order of members */
    EventLane(int index, EventRules.Event event, TokenLane[] members, StateBlock[] slots, EventRules rules) {
        this.index = index;
        this.event = event;
        this.members = members;
        this.slots = new EventPhaseState[slots.length];
        for (int member = 0; member < slots.length; member++) {
            this.slots[member] = new EventPhaseState(slots[member]);
            members[member].joinEvent(this.slots[member]);
        }
        machine = new EventPhaseMachine(
                event.key(), event.schedule(), rules.collapse(), rules.persistTicks(), this, this.slots);
    }

    public String name() {
        return event.name();
    }

    /** NOT_BEGUN before the first. */
    public String phaseName() {
        int code = machine.phaseCode();
        return code == EventPhase.NOT_BEGUN_CODE
                ? "NOT_BEGUN"
                : EventPhase.ofCode(code).name();
    }

    public EventPhaseMachine machine() {
        return machine;
    }

    public EventPhaseState slot(int member) {
        return slots[member];
    }

    public TokenLane member(int member) {
        return members[member];
    }

    /** @throws IllegalStateException when the tokens of the event do not have one phase */
    void requireAgreement() {
        int other = machine.disagreeing();
        if (other >= 0) {
            throw new EngineFault("event " + name() + ": its tokens disagree, " + told(0) + " and " + told(other)
                    + "; the state of one of them was altered from outside");
        }
    }

    private String told(int member) {
        int code = slots[member].phaseCode();
        String phase = code == EventPhase.NOT_BEGUN_CODE ? "before it" : "in " + EventPhase.ofCode(code);
        return members[member].token().name() + " is " + phase + " since tick " + slots[member].sinceTick();
    }

    /**
     * Takes up the phase that the event had under another calendar, where that had it: a token that has joined since agrees with
     * the others, and has no reference price.
     *
     * @param slotsByToken the slots that each token had
     */
    void adoptPhase(StateBlock[] slotsByToken) {
        Optional<EventPhaseState> known = Optional.empty();
        for (int member = 0; member < slots.length; member++) {
            Optional<EventPhaseState> left =
                    find(slotsByToken[members[member].token().index()]);
            if (left.isPresent()) {
                slots[member].copyFrom(left.get());
                known = left;
            }
        }
        for (EventPhaseState slot : slots) {
            if (known.isPresent() && slot.key() == 0) {
                slot.agreeWith(known.get());
            }
        }
    }

    private Optional<EventPhaseState> find(StateBlock slotsLeft) {
        for (int first = 0; first < slotsLeft.length(); first += EventPhaseState.WORDS) {
            EventPhaseState slot = new EventPhaseState(slotsLeft.part(first, EventPhaseState.WORDS));
            if (slot.key() == event.key()) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }

    void update(long tick) {
        hasStepped = machine.update(tick);
    }

    /** Logs the step that the last update took, if it took one, with every member; it takes effect with the next tick. */
    void append(long tick, EngineLog log, EngineCounts counts) {
        if (!hasStepped) {
            return;
        }
        hasStepped = false;
        for (int member = 0; member < members.length; member++) {
            log.eventPhase(members[member].token().index(), tick, record(machine.transition(), slots[member]));
            members[member].refreshPhaseFactors();
        }
        counts.phaseTransitions++;
    }

    private EventPhaseRecord record(PhaseTransition step, EventPhaseState slot) {
        return new EventPhaseRecord(
                step.measured(),
                step.threshold(),
                slot.referencePriceMantissa(),
                step.scheduledMs(),
                event.key(),
                index,
                step.fromCode(),
                step.to().code(),
                step.reason().code(),
                step.measure().code(),
                step.heldTicks());
    }

    /** After an outage (D2). */
    void restart() {
        machine.restart();
    }

    @Override
    public int size() {
        return members.length;
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
    public long lastPriceMantissa(int member) {
        return members[member].lastPriceMantissa();
    }

    @Override
    public FeatureFrame frame(int member) {
        return members[member].frame();
    }
}
