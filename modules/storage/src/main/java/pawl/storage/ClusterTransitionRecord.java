package pawl.storage;

/**
 * A step of a cluster, in the log of every member (D7). States, reasons and measures are their owners' stable codes, as
 * {@code docs/format.md} lists them.
 *
 * @param threshold {@code base × tierFactor × phaseFactor × baselineFactor × sizeFactor}; the last two are in the
 *     {@link ClusterSharesRecord} that follows
 * @param cluster position among the configuration's clusters, in order of name, 0 to 65,535
 * @param heldTicks how long the condition held, 0 to {@value TransitionRecord#MOST_HELD_TICKS}, the last meaning that many or more
 */
public record ClusterTransitionRecord(
        double measure,
        double threshold,
        double base,
        double tierFactor,
        double phaseFactor,
        int cluster,
        int from,
        int to,
        int reason,
        int measureKind,
        int heldTicks) {

    /** @throws IllegalArgumentException when a code or the position is out of range, or a number is NaN or infinite (D4) */
    public ClusterTransitionRecord {
        Ranges.requireCodes(from, to, reason, measureKind);
        Ranges.requirePosition(cluster);
        Ranges.requireNotNegative(heldTicks);
        Ranges.requireFinite(measure, threshold, base, tierFactor, phaseFactor);
        heldTicks = Math.min(heldTicks, TransitionRecord.MOST_HELD_TICKS);
    }

    void encode(byte[] into, int record) {
        LittleEndian.putDouble(into, record + RecordLayout.CLUSTER_MEASURE, measure);
        LittleEndian.putDouble(into, record + RecordLayout.CLUSTER_THRESHOLD, threshold);
        LittleEndian.putDouble(into, record + RecordLayout.CLUSTER_BASE, base);
        LittleEndian.putDouble(into, record + RecordLayout.CLUSTER_TIER_FACTOR, tierFactor);
        LittleEndian.putDouble(into, record + RecordLayout.CLUSTER_PHASE_FACTOR, phaseFactor);
        LittleEndian.putShort(into, record + RecordLayout.CLUSTER_INDEX, cluster);
        into[record + RecordLayout.CLUSTER_FROM] = (byte) from;
        into[record + RecordLayout.CLUSTER_TO] = (byte) to;
        into[record + RecordLayout.CLUSTER_REASON] = (byte) reason;
        into[record + RecordLayout.CLUSTER_MEASURE_KIND] = (byte) measureKind;
        LittleEndian.putShort(into, record + RecordLayout.CLUSTER_HELD_TICKS, heldTicks);
    }

    static ClusterTransitionRecord decode(byte[] bytes, int record) {
        return new ClusterTransitionRecord(
                LittleEndian.getDouble(bytes, record + RecordLayout.CLUSTER_MEASURE),
                LittleEndian.getDouble(bytes, record + RecordLayout.CLUSTER_THRESHOLD),
                LittleEndian.getDouble(bytes, record + RecordLayout.CLUSTER_BASE),
                LittleEndian.getDouble(bytes, record + RecordLayout.CLUSTER_TIER_FACTOR),
                LittleEndian.getDouble(bytes, record + RecordLayout.CLUSTER_PHASE_FACTOR),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.CLUSTER_INDEX),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.CLUSTER_FROM),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.CLUSTER_TO),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.CLUSTER_REASON),
                LittleEndian.getUnsignedByte(bytes, record + RecordLayout.CLUSTER_MEASURE_KIND),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.CLUSTER_HELD_TICKS));
    }
}
