package pawl.fsm;

/** The shares of a cluster's live members, by weight (D7), and what their tiers and phases make of its thresholds. Reused. */
public final class ClusterShares {
    private double fragile;
    private double ready;
    private double unwind;
    private double tierFactor = 1;
    private double phaseFactor = 1;
    private double liveWeightShare;
    private int liveMembers;

    ClusterShares() {}

    /** Reads the members, in their order (D4). Without a live member the shares are 0 and the factors 1. */
    void read(ClusterMembers members) {
        double totalWeight = 0;
        double liveWeight = 0;
        double fragileWeight = 0;
        double readyWeight = 0;
        double unwindWeight = 0;
        double tiers = 0;
        double phases = 0;
        liveMembers = 0;
        for (int member = 0; member < members.size(); member++) {
            double weight = members.weight(member);
            totalWeight += weight;
            if (!members.isLive(member)) {
                continue;
            }
            liveMembers++;
            liveWeight += weight;
            tiers += weight * members.tierFactor(member);
            phases += weight * members.phaseFactor(member);
            TokenState state = members.isDissipating(member) ? TokenState.BUILD : members.state(member);
            unwindWeight += state == TokenState.UNWIND ? weight : 0;
            readyWeight += state == TokenState.TRIGGER_READY || state == TokenState.UNWIND ? weight : 0;
            fragileWeight += isFragile(state) ? weight : 0;
        }
        boolean isAnyLive = liveMembers > 0;
        fragile = isAnyLive ? fragileWeight / liveWeight : 0;
        ready = isAnyLive ? readyWeight / liveWeight : 0;
        unwind = isAnyLive ? unwindWeight / liveWeight : 0;
        tierFactor = isAnyLive ? tiers / liveWeight : 1;
        phaseFactor = isAnyLive ? phases / liveWeight : 1;
        liveWeightShare = isAnyLive ? liveWeight / totalWeight : 0;
    }

    private static boolean isFragile(TokenState state) {
        return state == TokenState.FRAGILE || state == TokenState.TRIGGER_READY || state == TokenState.UNWIND;
    }

    double of(ClusterMeasure measure) {
        return switch (measure) {
            case FRAGILE_SHARE -> fragile;
            case READY_SHARE -> ready;
            case UNWIND_SHARE -> unwind;
            case SETTLED_SHARE -> 1 - unwind;
            case CALM_SHARE -> 1 - fragile;
        };
    }

    /** In FRAGILE, TRIGGER_READY or UNWIND, 0 to 1. */
    public double fragile() {
        return fragile;
    }

    /** In TRIGGER_READY or UNWIND, 0 to 1. */
    public double ready() {
        return ready;
    }

    /** In UNWIND, 0 to 1. */
    public double unwind() {
        return unwind;
    }

    /** The mean of the live members' tier factors, by weight. */
    public double tierFactor() {
        return tierFactor;
    }

    /** The mean of the live members' phase factors, by weight. */
    public double phaseFactor() {
        return phaseFactor;
    }

    /** How many members are live. */
    public int liveMembers() {
        return liveMembers;
    }

    /** Of all members' weight, that of the live ones, 0 to 1. */
    public double liveWeightShare() {
        return liveWeightShare;
    }
}
