package pawl.storage;

/**
 * What a cluster's step was taken on, right behind its {@link ClusterTransitionRecord}: the shares of live members, by weight, and the
 * two factors that are the cluster's own.
 *
 * @param cluster position among the configuration's clusters, in order of name, 0 to 65,535
 * @param liveMembers 0 to {@code members}
 * @param members 1 to 65,535
 */
public record ClusterSharesRecord(
        double fragileShare,
        double readyShare,
        double unwindShare,
        double baselineFactor,
        double sizeFactor,
        int cluster,
        int liveMembers,
        int members) {

    /** @throws IllegalArgumentException when a count or the position is out of range, or a number is NaN or infinite (D4) */
    public ClusterSharesRecord {
        Ranges.requirePosition(cluster);
        Ranges.requirePosition(liveMembers);
        Ranges.requirePosition(members);
        Ranges.requireFinite(fragileShare, readyShare, unwindShare, baselineFactor, sizeFactor);
    }

    void encode(byte[] into, int record) {
        LittleEndian.putDouble(into, record + RecordLayout.SHARES_FRAGILE, fragileShare);
        LittleEndian.putDouble(into, record + RecordLayout.SHARES_READY, readyShare);
        LittleEndian.putDouble(into, record + RecordLayout.SHARES_UNWIND, unwindShare);
        LittleEndian.putDouble(into, record + RecordLayout.SHARES_BASELINE_FACTOR, baselineFactor);
        LittleEndian.putDouble(into, record + RecordLayout.SHARES_SIZE_FACTOR, sizeFactor);
        LittleEndian.putShort(into, record + RecordLayout.SHARES_CLUSTER, cluster);
        LittleEndian.putShort(into, record + RecordLayout.SHARES_LIVE_MEMBERS, liveMembers);
        LittleEndian.putShort(into, record + RecordLayout.SHARES_MEMBERS, members);
        LittleEndian.putShort(into, record + RecordLayout.SHARES_ZERO, 0);
    }

    static ClusterSharesRecord decode(byte[] bytes, int record) {
        return new ClusterSharesRecord(
                LittleEndian.getDouble(bytes, record + RecordLayout.SHARES_FRAGILE),
                LittleEndian.getDouble(bytes, record + RecordLayout.SHARES_READY),
                LittleEndian.getDouble(bytes, record + RecordLayout.SHARES_UNWIND),
                LittleEndian.getDouble(bytes, record + RecordLayout.SHARES_BASELINE_FACTOR),
                LittleEndian.getDouble(bytes, record + RecordLayout.SHARES_SIZE_FACTOR),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.SHARES_CLUSTER),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.SHARES_LIVE_MEMBERS),
                LittleEndian.getUnsignedShort(bytes, record + RecordLayout.SHARES_MEMBERS));
    }
}
