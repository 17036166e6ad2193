package pawl.storage;

import static pawl.storage.RecordLayout.TRANSITION_BASE;
import static pawl.storage.RecordLayout.TRANSITION_FROM;
import static pawl.storage.RecordLayout.TRANSITION_HELD_TICKS;
import static pawl.storage.RecordLayout.TRANSITION_MACHINE;
import static pawl.storage.RecordLayout.TRANSITION_MEASURE;
import static pawl.storage.RecordLayout.TRANSITION_MEASURE_KIND;
import static pawl.storage.RecordLayout.TRANSITION_PHASE_FACTOR;
import static pawl.storage.RecordLayout.TRANSITION_REASON;
import static pawl.storage.RecordLayout.TRANSITION_THRESHOLD;
import static pawl.storage.RecordLayout.TRANSITION_TIER;
import static pawl.storage.RecordLayout.TRANSITION_TIER_FACTOR;
import static pawl.storage.RecordLayout.TRANSITION_TO;

/**
 * A step of a state machine with its reason, the measure, and the threshold in force with what made it (D5). Machines, states,
 * reasons and measures are their owners' stable codes, 0 to 255, as {@code docs/format.md} lists them.
 *
 * @param threshold {@code base × tierFactor × phaseFactor}
 * @param tier position among the configured tiers
 * @param heldTicks how long the condition held, 0 to {@value #MOST_HELD_TICKS}, the last meaning that many or more
 */
public record TransitionRecord(
        double measure,
        double threshold,
        double base,
        double tierFactor,
        double phaseFactor,
        int machine,
        int from,
        int to,
        int reason,
        int measureKind,
        int tier,
        int heldTicks) {

    public static final int MOST_HELD_TICKS = 0xffff;

    /** @throws IllegalArgumentException when a code is not 0 to 255, or a number is NaN or infinite (D4) */
    public TransitionRecord {
        if (((machine | from | to | reason | measureKind | tier) & ~0xff) != 0 || heldTicks < 0) {
            throw new IllegalArgumentException("a code of a transition is not 0 to 255: machine " + machine + ", from "
                    + from + ", to " + to + ", reason " + reason + ", measure " + measureKind + ", tier " + tier
                    + ", held " + heldTicks);
        }
        if (!(Double.isFinite(measure)
                && Double.isFinite(threshold)
                && Double.isFinite(base)
                && Double.isFinite(tierFactor)
                && Double.isFinite(phaseFactor))) {
            throw new IllegalArgumentException("a number of a transition is not finite: " + measure + ", " + threshold
                    + ", " + base + ", " + tierFactor + ", " + phaseFactor);
        }
        heldTicks = Math.min(heldTicks, MOST_HELD_TICKS);
    }

    void encode(byte[] into, int record) {
        LittleEndian.putDouble(into, record + TRANSITION_MEASURE, measure);
        LittleEndian.putDouble(into, record + TRANSITION_THRESHOLD, threshold);
        LittleEndian.putDouble(into, record + TRANSITION_BASE, base);
        LittleEndian.putDouble(into, record + TRANSITION_TIER_FACTOR, tierFactor);
        LittleEndian.putDouble(into, record + TRANSITION_PHASE_FACTOR, phaseFactor);
        into[record + TRANSITION_MACHINE] = (byte) machine;
        into[record + TRANSITION_FROM] = (byte) from;
        into[record + TRANSITION_TO] = (byte) to;
        into[record + TRANSITION_REASON] = (byte) reason;
        into[record + TRANSITION_MEASURE_KIND] = (byte) measureKind;
        into[record + TRANSITION_TIER] = (byte) tier;
        LittleEndian.putShort(into, record + TRANSITION_HELD_TICKS, heldTicks);
    }

    static TransitionRecord decode(byte[] bytes, int record) {
        return new TransitionRecord(
                LittleEndian.getDouble(bytes, record + TRANSITION_MEASURE),
                LittleEndian.getDouble(bytes, record + TRANSITION_THRESHOLD),
                LittleEndian.getDouble(bytes, record + TRANSITION_BASE),
                LittleEndian.getDouble(bytes, record + TRANSITION_TIER_FACTOR),
                LittleEndian.getDouble(bytes, record + TRANSITION_PHASE_FACTOR),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_MACHINE),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_FROM),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_TO),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_REASON),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_MEASURE_KIND),
                LittleEndian.getUnsignedByte(bytes, record + TRANSITION_TIER),
                LittleEndian.getUnsignedShort(bytes, record + TRANSITION_HELD_TICKS));
    }
}
