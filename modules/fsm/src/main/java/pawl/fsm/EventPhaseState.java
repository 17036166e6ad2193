package pawl.fsm;

import pawl.api.plugin.StateBlock;

/**
 * What one token keeps of one of its events, as a view on {@value #WORDS} words of its block (D8). All tokens of an event keep the
 * same, but for their reference prices. Zeros are an event that has not begun.
 */
public final class EventPhaseState {
    public static final int WORDS = 6;

    private static final int KEY = 0;
    private static final int PHASE_CODE = 1;
    private static final int SINCE_TICK = 2;
    private static final int DUE_TICKS = 3;
    private static final int COLLAPSE_TICKS = 4;
    private static final int REFERENCE_PRICE_MANTISSA = 5;

    private final StateBlock slot;

    public EventPhaseState(StateBlock slot) {
        this.slot = slot;
    }

    /** Names the event; 0 in a slot that was never used. */
    public long key() {
        return slot.getLong(KEY);
    }

    /** Of the {@link EventPhase}, or {@link EventPhase#NOT_BEGUN_CODE}. */
    public int phaseCode() {
        return (int) slot.getLong(PHASE_CODE);
    }

    /** The tick in which the phase was reached; 0 before the first. */
    public long sinceTick() {
        return slot.getLong(SINCE_TICK);
    }

    /** For how many ticks the next phase's time has come. */
    public long dueTicks() {
        return slot.getLong(DUE_TICKS);
    }

    /** How many ticks of collapse count. */
    public long collapseTicks() {
        return slot.getLong(COLLAPSE_TICKS);
    }

    /** The token's price when the event entered EVENT_START; 0 before, and where none was known. */
    public long referencePriceMantissa() {
        return slot.getLong(REFERENCE_PRICE_MANTISSA);
    }

    /** Whether both tell the same of the event; the reference price is each token's own. */
    public boolean agreesWith(EventPhaseState other) {
        return key() == other.key()
                && slot.getLong(PHASE_CODE) == other.slot.getLong(PHASE_CODE)
                && sinceTick() == other.sinceTick()
                && dueTicks() == other.dueTicks()
                && collapseTicks() == other.collapseTicks();
    }

    /** Takes over what both are to tell alike. */
    public void agreeWith(EventPhaseState other) {
        slot.setLong(KEY, other.key());
        slot.setLong(PHASE_CODE, other.slot.getLong(PHASE_CODE));
        slot.setLong(SINCE_TICK, other.sinceTick());
        slot.setLong(DUE_TICKS, other.dueTicks());
        slot.setLong(COLLAPSE_TICKS, other.collapseTicks());
    }

    /** Takes over everything of the same token's. */
    public void copyFrom(EventPhaseState other) {
        agreeWith(other);
        setReferencePriceMantissa(other.referencePriceMantissa());
    }

    void setKey(long key) {
        slot.setLong(KEY, key);
    }

    void setDueTicks(long ticks) {
        slot.setLong(DUE_TICKS, ticks);
    }

    void setCollapseTicks(long ticks) {
        slot.setLong(COLLAPSE_TICKS, ticks);
    }

    void setReferencePriceMantissa(long mantissa) {
        slot.setLong(REFERENCE_PRICE_MANTISSA, mantissa);
    }

    /** Enters a phase; what was counted in the last one counts no more. */
    void enter(EventPhase phase, long tick) {
        slot.setLong(PHASE_CODE, phase.code());
        slot.setLong(SINCE_TICK, tick);
        setDueTicks(0);
        setCollapseTicks(0);
    }
}
