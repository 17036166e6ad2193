package pawl.plugin.feature.standard;

/**
 * Where each estimator's state lies in the token's block; {@code docs/features.md} has this table with units. A word starts as
 * zero, which for a tick or a count means none yet. The first words are all that a tick without events reads.
 */
final class StateWords {
    static final int OPEN_INTEREST_TICK = 0;
    static final int OPEN_INTEREST_VALUES = 1;
    static final int OPEN_INTEREST_SCORE = 2;
    static final int FUNDING_TICK = 3;
    static final int FUNDING_SCORE = 4;
    static final int QUOTE_TICK = 5;
    static final int MID_PRICE = 6;
    static final int TRADE_TICK = 7;
    static final int TRADE_PRICE = 8;
    static final int RETURN_BASELINE_SAMPLES = 9;
    static final int FLOW_SAMPLES = 10;
    static final int DIVERGENCE_SCORE = 11;
    static final int RETURN_SAMPLES = 12;
    static final int COMPRESSION_SCORE = 13;
    static final int BOOK_SAMPLES = 14;
    static final int BOOK_BASELINE_SAMPLES = 15;
    static final int LIQUIDITY_SCORE = 16;

    static final int REFERENCE_VENUES = 17;
    static final int QUOTE_TIME_MS = 18;
    static final int QUOTE_SEQUENCE = 19;
    static final int SPREAD = 20;
    static final int DEPTH = 21;
    static final int TRADE_TIME_MS = 22;
    static final int SIGNED_FLOW = 23;

    static final int SAMPLED_PRICE = 24;
    static final int SAMPLED_SOURCE = 25;
    static final int RETURN_MEAN = 26;
    static final int RETURN_SQUARE_SHORT = 27;
    static final int RETURN_SQUARE_BASELINE = 28;
    static final int FLOW_MEAN = 29;
    static final int FLOW_SQUARE_BASELINE = 30;
    static final int SPREAD_SHORT = 31;
    static final int SPREAD_BASELINE = 32;
    static final int DEPTH_SHORT = 33;
    static final int DEPTH_BASELINE = 34;

    static final int OPEN_INTEREST_TIME_MS = 35;
    static final int OPEN_INTEREST = 36;
    static final int OPEN_INTEREST_VELOCITY = 37;
    static final int OPEN_INTEREST_VELOCITY_SQUARE = 38;

    static final int FUNDING_TIME_MS = 39;
    static final int NEXT_FUNDING_TIME_MS = 40;
    static final int FUNDING_INTERVAL_MINUTES = 41;
    static final int FUNDING_ESTIMATE_SEEN = 42;
    static final int FUNDING_BASELINE = 43;
    static final int FUNDING_SKEW_SQUARE = 44;

    static final int COUNT = 45;

    private StateWords() {}
}
