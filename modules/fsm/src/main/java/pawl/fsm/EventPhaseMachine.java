package pawl.fsm;

import pawl.api.token.Ticks;

/**
 * The phase of one event (E7, D8): driven by the calendar, moved on early by a collapse of its tokens, forward only, one step at most
 * per update. It is updated once a second, and an update counts for the ticks of a second. What it remembers lies with each of its
 * tokens; it computes on the first token's and writes the same to all. One thread.
 */
public final class EventPhaseMachine {
    private final long key;
    private final EventSchedule schedule;
    private final CollapseRule collapse;
    private final int persistTicks;
    private final EventMembers members;
    private final EventPhaseState[] slots;
    private final PhaseTransition transition = new PhaseTransition();
    private double collapseShare;

    /**
     * @param key names the event
     * @param persistTicks for how long a phase's time must have come, at least 1
     * @param slots one of each member, in their order; not empty
     */
    public EventPhaseMachine(
            long key,
            EventSchedule schedule,
            CollapseRule collapse,
            int persistTicks,
            EventMembers members,
            EventPhaseState[] slots) {
        this.key = key;
        this.schedule = schedule;
        this.collapse = collapse;
        this.persistTicks = persistTicks;
        this.members = members;
        this.slots = slots.clone();
    }

    /**
     * The update of one second; the phase that it reaches is to be in force from the next tick on.
     *
     * @return whether the event made a step, which {@link #transition} then tells
     */
    public boolean update(long tick) {
        EventPhaseState state = slots[0];
        state.setKey(key);
        collapseShare = readCollapseShare();
        boolean hasStepped = state.phaseCode() != EventPhase.EVENT_POST.code() && move(state, tick);
        for (int member = 1; member < slots.length; member++) {
            slots[member].agreeWith(state);
        }
        return hasStepped;
    }

    private boolean move(EventPhaseState state, long tick) {
        EventPhase next = EventPhase.ofCode(state.phaseCode() + 1);
        long scheduledMs = schedule.timeMs(next);
        state.setDueTicks(Ticks.startMs(tick) >= scheduledMs ? state.dueTicks() + Ticks.TICKS_PER_SECOND : 0);
        // That an event is over is for the calendar to say: until then its thresholds stay those of an event.
        boolean canCollapse =
                state.phaseCode() == EventPhase.EVENT_START.code() || state.phaseCode() == EventPhase.EVENT_MID.code();
        boolean hasCollapsed = canCollapse && countCollapse(state);
        if (state.dueTicks() >= persistTicks) {
            fill(PhaseReason.SCHEDULED, state.dueTicks(), 0, 0);
        } else if (hasCollapsed) {
            fill(
                    PhaseReason.COLLAPSED,
                    state.collapseTicks(),
                    collapseShare,
                    collapse.share().enter());
        } else {
            return false;
        }
        transition.scheduledMs = scheduledMs;
        step(state, next, tick);
        return true;
    }

    /** Hysteresis; true when enough tokens have collapsed for long enough. */
    private boolean countCollapse(EventPhaseState state) {
        Threshold share = collapse.share();
        if (collapseShare >= share.enter()) {
            state.setCollapseTicks(state.collapseTicks() + Ticks.TICKS_PER_SECOND);
        } else if (collapseShare < share.exit()) {
            state.setCollapseTicks(0);
        }
        return state.collapseTicks() >= share.persistTicks();
    }

    /** In the order of members (D4); 0 where none is live. */
    private double readCollapseShare() {
        double liveWeight = 0;
        double collapsingWeight = 0;
        for (int member = 0; member < slots.length; member++) {
            if (members.isLive(member)) {
                double weight = members.weight(member);
                liveWeight += weight;
                collapsingWeight += isCollapsing(member) ? weight : 0;
            }
        }
        return liveWeight > 0 ? collapsingWeight / liveWeight : 0;
    }

    /** Whether a member's price, open interest and liquidity are those of a collapse. */
    public boolean isCollapsing(int member) {
        return collapse.holds(
                members.lastPriceMantissa(member), slots[member].referencePriceMantissa(), members.frame(member));
    }

    private void fill(PhaseReason reason, long heldTicks, double measured, double threshold) {
        transition.reason = reason;
        transition.heldTicks = (int) Math.min(heldTicks, Threshold.MOST_PERSIST_TICKS);
        transition.measured = measured;
        transition.threshold = threshold;
    }

    /** The one mutator of the phase. */
    private void step(EventPhaseState state, EventPhase next, long tick) {
        transition.fromCode = state.phaseCode();
        transition.to = next;
        state.enter(next, tick);
        if (next == EventPhase.EVENT_START) {
            for (int member = 0; member < slots.length; member++) {
                slots[member].setReferencePriceMantissa(members.lastPriceMantissa(member));
            }
        }
    }

    /** The first member that keeps something else of the event than member 0; -1 where all keep the same. */
    public int disagreeing() {
        for (int member = 1; member < slots.length; member++) {
            if (!slots[member].agreesWith(slots[0])) {
                return member;
            }
        }
        return -1;
    }

    /** The last step made; meaningful right after an {@link #update} that returned true. */
    public PhaseTransition transition() {
        return transition;
    }

    /** Of the {@link EventPhase}, or {@link EventPhase#NOT_BEGUN_CODE}. */
    public int phaseCode() {
        return slots[0].phaseCode();
    }

    public EventSchedule schedule() {
        return schedule;
    }

    /** The share of live tokens, by weight, that the last update found collapsing. */
    public double collapseShare() {
        return collapseShare;
    }

    /** After an outage: what was counted counts no more; the phase stays (D2). */
    public void restart() {
        for (EventPhaseState slot : slots) {
            slot.setDueTicks(0);
            slot.setCollapseTicks(0);
        }
    }
}
