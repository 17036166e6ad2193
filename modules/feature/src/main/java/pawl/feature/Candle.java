package pawl.feature;

import java.math.BigDecimal;
import java.math.BigInteger;
import pawl.api.plugin.StateBlock;
import pawl.api.token.Token;

/**
 * One candle, as a view on {@value #WORDS} words of a token's block. Prices and quantities are mantissas at the token's exponents.
 * Notional is exact: 128 bits, at the sum of the price and quantity exponents.
 */
public final class Candle {
    static final int WORDS = 10;

    private static final int OPEN_TIME_MS = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;
    private static final int NOTIONAL_HIGH = 6;
    private static final int NOTIONAL_LOW = 7;
    private static final int TRADE_COUNT = 8;
    private static final int TAKER_BUY_VOLUME = 9;

    private final StateBlock state;
    private final int base;

    Candle(StateBlock state, int base) {
        this.state = state;
        this.base = base;
    }

    /** Whether there is one: false until a first trade. */
    public boolean exists() {
        return get(TRADE_COUNT) != 0;
    }

    /** Its bucket's start by the exchange's clock, in milliseconds since the epoch. */
    public long openTimeMs() {
        return get(OPEN_TIME_MS);
    }

    public long openMantissa() {
        return get(OPEN);
    }

    public long highMantissa() {
        return get(HIGH);
    }

    public long lowMantissa() {
        return get(LOW);
    }

    public long closeMantissa() {
        return get(CLOSE);
    }

    /** Traded quantity in base units; {@link Long#MAX_VALUE} where it no longer fits. */
    public long volumeMantissa() {
        return get(VOLUME);
    }

    /** Of {@link #volumeMantissa}, what takers bought. */
    public long takerBuyVolumeMantissa() {
        return get(TAKER_BUY_VOLUME);
    }

    /** Fills, not messages: an aggregate counts the fills it stands for. */
    public long tradeCount() {
        return get(TRADE_COUNT);
    }

    /** Traded value in quote units, in plain decimal notation, exactly. */
    public String notionalText(Token token) {
        return new BigDecimal(
                        BigInteger.valueOf(get(NOTIONAL_HIGH))
                                .shiftLeft(Long.SIZE)
                                .add(unsigned(get(NOTIONAL_LOW))),
                        -(token.priceExponent() + token.quantityExponent()))
                .toPlainString();
    }

    private static BigInteger unsigned(long word) {
        return new BigInteger(Long.toUnsignedString(word));
    }

    void open(long openTimeMs, long priceMantissa) {
        for (int word = 0; word < WORDS; word++) {
            set(word, 0);
        }
        set(OPEN_TIME_MS, openTimeMs);
        set(OPEN, priceMantissa);
        set(HIGH, priceMantissa);
        set(LOW, priceMantissa);
    }

    void add(long priceMantissa, long quantityMantissa, long fills, boolean takerBought) {
        set(HIGH, Math.max(get(HIGH), priceMantissa));
        set(LOW, Math.min(get(LOW), priceMantissa));
        set(CLOSE, priceMantissa);
        set(VOLUME, sum(get(VOLUME), quantityMantissa));
        if (takerBought) {
            set(TAKER_BUY_VOLUME, sum(get(TAKER_BUY_VOLUME), quantityMantissa));
        }
        set(TRADE_COUNT, sum(get(TRADE_COUNT), fills));
        long low = get(NOTIONAL_LOW) + priceMantissa * quantityMantissa;
        long carry = Long.compareUnsigned(low, get(NOTIONAL_LOW)) < 0 ? 1 : 0;
        set(NOTIONAL_LOW, low);
        set(NOTIONAL_HIGH, get(NOTIONAL_HIGH) + Math.multiplyHigh(priceMantissa, quantityMantissa) + carry);
    }

    /** Stays at the highest number rather than wrap or throw: an absurd quantity or trade id must not stop the engine. */
    private static long sum(long atLeast0, long added) {
        long sum = atLeast0 + added;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    void copyFrom(Candle other) {
        for (int word = 0; word < WORDS; word++) {
            set(word, other.get(word));
        }
    }

    private long get(int word) {
        return state.getLong(base + word);
    }

    private void set(int word, long value) {
        state.setLong(base + word, value);
    }
}
