package pawl.plugin.tier.liquidity;

/** Where the state lies in the token's block; {@code docs/tiers.md} has this table with units. A word starts as zero. */
final class StateWords {
    static final int LAST_TICK = 0;
    static final int COVERED_TICKS = 1;
    static final int NOTIONAL_SUM = 2;
    static final int QUOTE_VENUE = 3;
    static final int HAS_SPREAD = 4;
    static final int SPREAD_BPS = 5;
    static final int SPREAD_BPS_SUM = 6;
    static final int SPREAD_TICKS = 7;
    static final int NOTIONAL_SAMPLES = 8;
    static final int NOTIONAL_PER_MINUTE = 9;
    static final int SPREAD_SAMPLES = 10;
    static final int MEAN_SPREAD_BPS = 11;
    static final int STREAK = 12;

    static final int COUNT = 13;

    private StateWords() {}
}
