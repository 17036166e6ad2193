package pawl.plugin.feature.standard;

/**
 * Where each estimator's state lies among a venue's words, which stand in the token's block venue after venue; {@code
 * docs/features.md} has this table with units. A word starts as zero, which for a tick or a count means none yet. The first words
 * are all that a tick without events reads.
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
    static final int RETURN_SAMPLES = 11;
    static final int COMPRESSION_SCORE = 12;
    static final int BOOK_SAMPLES = 13;
    static final int BOOK_BASELINE_SAMPLES = 14;
    static final int LIQUIDITY_SCORE = 15;

    static final int QUOTE_TIME_MS = 16;
    static final int QUOTE_SEQUENCE = 17;
    static final int SPREAD = 18;
    static final int DEPTH = 19;
    static final int TRADE_TIME_MS = 20;
    static final int SIGNED_FLOW = 21;

    static final int SAMPLED_PRICE = 22;
    static final int SAMPLED_SOURCE = 23;
    static final int RETURN_MEAN = 24;
    static final int RETURN_SQUARE_SHORT = 25;
    static final int RETURN_SQUARE_BASELINE = 26;
    static final int FLOW_MEAN = 27;
    static final int FLOW_SQUARE_BASELINE = 28;
    static final int SPREAD_SHORT = 29;
    static final int SPREAD_BASELINE = 30;
    static final int DEPTH_SHORT = 31;
    static final int DEPTH_BASELINE = 32;

    static final int OPEN_INTEREST_TIME_MS = 33;
    static final int OPEN_INTEREST = 34;
    static final int OPEN_INTEREST_VELOCITY = 35;
    static final int OPEN_INTEREST_VELOCITY_SQUARE = 36;

    static final int FUNDING_TIME_MS = 37;
    static final int NEXT_FUNDING_TIME_MS = 38;
    static final int FUNDING_INTERVAL_MINUTES = 39;
    static final int FUNDING_ESTIMATE_SEEN = 40;
    static final int FUNDING_BASELINE = 41;
    static final int FUNDING_SKEW_SQUARE = 42;

    static final int COUNT = 43;

    private StateWords() {}
}
