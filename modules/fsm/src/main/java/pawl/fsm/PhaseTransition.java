package pawl.fsm;

/** A step that an event made. Reused from step to step: read it before the machine's next update. */
public final class PhaseTransition {
    int fromCode;
    EventPhase to = EventPhase.EVENT_PREP;
    PhaseReason reason = PhaseReason.SCHEDULED;
    double measured;
    double threshold;
    long scheduledMs;
    int heldTicks;

    PhaseTransition() {}

    /** Of the {@link EventPhase} before, or {@link EventPhase#NOT_BEGUN_CODE}. */
    public int fromCode() {
        return fromCode;
    }

    public EventPhase to() {
        return to;
    }

    public PhaseReason reason() {
        return reason;
    }

    public PhaseMeasure measure() {
        return reason == PhaseReason.COLLAPSED ? PhaseMeasure.COLLAPSE_SHARE : PhaseMeasure.TIME;
    }

    /** The share that collapsed, 0 to 1; 0 where the step was scheduled. */
    public double measured() {
        return measured;
    }

    /** What the share had to reach; 0 where the step was scheduled. */
    public double threshold() {
        return threshold;
    }

    /** When the phase was to begin by the calendar, in ms. */
    public long scheduledMs() {
        return scheduledMs;
    }

    /** For how many ticks the condition had held, at most 65,535. */
    public int heldTicks() {
        return heldTicks;
    }
}
