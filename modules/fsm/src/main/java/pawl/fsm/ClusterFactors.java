package pawl.fsm;

/** What a cluster's base thresholds are multiplied with; each is finite and above 0. */
final class ClusterFactors {
    double tier = 1;
    double phase = 1;
    double baseline = 1;
    double size = 1;

    /** Those of a row: all 1 where it is not dynamic. */
    void set(boolean isDynamic, ClusterShares shares, ClusterDynamics dynamics, double baselineMean) {
        tier = isDynamic ? shares.tierFactor() : 1;
        phase = isDynamic ? shares.phaseFactor() : 1;
        baseline = isDynamic ? dynamics.baselineFactor(baselineMean) : 1;
        size = isDynamic ? dynamics.sizeFactor(shares.liveMembers()) : 1;
    }

    /** {@code base × tier × phase × baseline × size}, in this order (D4). */
    double inForce(double base) {
        return base * tier * phase * baseline * size;
    }
}
