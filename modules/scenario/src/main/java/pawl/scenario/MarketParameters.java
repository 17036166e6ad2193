package pawl.scenario;

/** Numbers of the model; docs/scenarios.md says of each where it comes from. All rates are for one second unless named otherwise. */
final class MarketParameters {
    /** Standard deviation of a second's return in a quiet market: about 90 % a year. */
    static final double QUIET_DEVIATION = 1.6e-4;
    /** How much of it is left while market makers are hushed. */
    static final double HUSHED_PART = 0.12;
    /** Half the spread of a quiet book, as a part of the price. */
    static final double QUIET_HALF_SPREAD = 4e-4;
    /** Growth of leveraged positions an hour at full demand, as a part of those of a quiet market. */
    static final double DEMAND_PER_HOUR = 1.2;
    /** Part of the leveraged positions that is closed in an hour at full retreat. */
    static final double RETREAT_PER_HOUR = 0.5;
    /** Part of the leveraged positions that a second's forced sales may take at most. */
    static final double MOST_LIQUIDATED = 0.004;
    /** How far below its entry a position is forced out: at ten to twenty times leverage. */
    static final double LIQUIDATION_DISTANCE = 0.045;
    /** Return of a second at full sale, before forced sales. */
    static final double SALE_RETURN = -1.1e-4;
    /** Return for each part of the leveraged positions sold by force. */
    static final double IMPACT = -0.35;
    /** Return of a second at full recovery. */
    static final double RECOVERY_RETURN = 6e-5;
    /** How fast the premium of the perpetual follows crowding. */
    static final double PREMIUM_SPEED = 1.0 / 600;
    /** Premium for each part of crowding. */
    static final double PREMIUM_PER_CROWDING = 0.004;
    /** How much of stress is left after a second. */
    static final double STRESS_LEFT = 0.985;
    /** Interest in a funding interval (0.01 % for 8 hours). */
    static final double INTEREST = 0.0001;
    /** How far interest may pull the rate from the premium. */
    static final double CLAMP = 0.0005;
    /** Cap of the funding rate. */
    static final double FUNDING_CAP = 0.02;

    private MarketParameters() {}
}
