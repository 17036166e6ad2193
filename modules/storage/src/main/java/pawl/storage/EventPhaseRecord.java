package pawl.storage;

/**
 * A step of an event, in the log of each of its tokens (E7). Phases, reasons and measures are their owners' stable codes, as
 * {@code docs/format.md} lists them.
 *
 * @param measure the share of tokens that collapsed; 0 where the step was scheduled
 * @param threshold what the share had to reach; 0 where the step was scheduled
 * @param referencePriceMantissa the token's price when the event entered EVENT_START, at the header's price exponent; 0 where there is none
 * @param scheduledMs when the phase entered was to begin, ms since the epoch
 * @param eventKey the first 8 bytes of the SHA-256 of the event's name in UTF-8, the first being the highest
 * @param event position among the configuration's events, in order of name, 0 to 65,535
 * @param from code of the phase before; 0 where the event had not begun
 * @param heldTicks how long the condition held, 0 to {@value TransitionRecord#MOST_HELD_TICKS}, the last meaning that many or more
 */
public record EventPhaseRecord(
        double measure,
        double threshold,
        long referencePriceMantissa,
        long scheduledMs,
        long eventKey,
        int event,
        int from,
        int to,
        int reason,
        int measureKind,
        int heldTicks) {

    /** @throws IllegalArgumentException when a code or the position is out of range, or a number is NaN or infinite (D4) */
    public EventPhaseRecord {
        Ranges.requireCodes(from, to, reason, measureKind);
        Ranges.requirePosition(event);
        Ranges.requireNotNegative(heldTicks);
        Ranges.requireFinite(measure, threshold);
        heldTicks = Math.min(heldTicks, TransitionRecord.MOST_HELD_TICKS);
    }

    void encode(byte[] into, int record) {
        LittleEndian.putDouble(into, record + RecordLayout.PHASE_MEASURE, measure);
        LittleEndian.putDouble(into, record + RecordLayout.PHASE_THRESHOLD, threshold);
        LittleEndian.putLong(into, record + RecordLayout.PHASE_REFERENCE_PRICE, referencePriceMantissa);
        LittleEndian.putLong(into, record + RecordLayout.PHASE_SCHEDULED_MS, scheduledMs);
        LittleEndian.putLong(into, record + RecordLayout.PHASE_EVENT_KEY, eventKey);
        LittleEndian.putShort(into, record + RecordLayout.PHASE_EVENT, event);
        into[record + RecordLayout.PHASE_FROM] = (byte) from;
        into[record + RecordLayout.PHASE_TO] = (byte) to;
        into[record + RecordLayout.PHASE_REASON] = (byte) reason;
        into[record + RecordLayout.PHASE_MEASURE_KIND] = (byte) measureKind;
        LittleEndian.putShort(into, record + RecordLayout.PHASE_HELD_TICKS, heldTicks);
    }

    static EventPhaseRecord decode(byte[] bytes, int record) {
        return new EventPhaseRecord(
                LittleEndian.getDouble(bytes, record + RecordLayout.PHASE_MEASURE),
                LittleEndian.getDouble(bytes, record + RecordLayout.PHASE_THRESHOLD),
                LittleEndian.getLong(bytes, record + RecordLayout.PHASE_REFERENCE_PRICE),
                LittleEndian.getLong(bytes, record + RecordLayout.PHASE_SCHEDULED_MS),
                LittleEndian.getLong(bytes, record + RecordLayout.PHASE_EVENT_KEY),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.PHASE_EVENT),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.PHASE_FROM),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.PHASE_TO),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.PHASE_REASON),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.PHASE_MEASURE_KIND),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.PHASE_HELD_TICKS));
    }
}
