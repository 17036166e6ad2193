package pawl.config;

/**
 * How events move, and what their phases do (E7, D8).
 *
 * @param persistTicks how long a phase's time must have come, at least 1
 * @param tokenMultipliers of the thresholds of an event's tokens
 * @param clusterMultipliers of the thresholds of their clusters
 * @param collapsePriceDrop as a part of the price when the event started, above 0, below 1
 * @param collapseOpenInterestFall how far below 0 the velocity must lie, above 0, at most 1
 * @param collapseLiquidityStress 0 to 1
 * @param collapseShare of the event's live tokens, by weight
 */
public record EventPhaseConfiguration(
        int persistTicks,
        PhaseMultipliers tokenMultipliers,
        PhaseMultipliers clusterMultipliers,
        double collapsePriceDrop,
        double collapseOpenInterestFall,
        double collapseLiquidityStress,
        HysteresisConfiguration collapseShare) {

    /** What each phase multiplies thresholds with; above 0. */
    public record PhaseMultipliers(double prep, double start, double mid, double end, double post) {}
}
