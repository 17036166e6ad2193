package pawl.plugin.exchange.binance.rest;

import java.nio.charset.StandardCharsets;
import pawl.api.decimal.DecimalException;
import pawl.api.decimal.DecimalReader;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.token.Token;

/** Reads the numbers of one row for one reading of it, and remembers whether any was rounded. */
public final class RestNumbers {
    private static final int MOST_QUOTED_CHARACTERS = 40;

    private final DecimalReader reader = new DecimalReader();
    private final Token token;
    private final String label;
    private final int rowOffset;
    private boolean wasRounded;

    private RestNumbers(Token token, String label, int rowOffset) {
        this.token = token;
        this.label = label;
        this.rowOffset = rowOffset;
    }

    /** For a row about that token. */
    public static RestNumbers of(Row<?> row, Token token) {
        return new RestNumbers(token, label(row.body()), row.offset());
    }

    private static String label(Body body) {
        return switch (body) {
            case OpenInterestBody _ -> RestShape.OPEN_INTEREST.label();
            case PremiumIndexBody _ -> RestShape.PREMIUM_INDEX.label();
            case FundingRateBody _ -> RestShape.FUNDING_RATE.label();
            case MissedTradesBody _ -> RestShape.MISSED_TRADES.label();
        };
    }

    /** Whether any number read so far was. */
    public boolean wasRounded() {
        return wasRounded;
    }

    /** A time in ms, or an id: whole and at least 0. */
    long whole(String field, String text) throws FrameRefusedException {
        boolean wasRoundedBefore = wasRounded;
        wasRounded = false;
        long timeMs = number(field, text, 0);
        if (timeMs < 0 || wasRounded) {
            throw badValue(field, text, "a whole number of at least 0");
        }
        wasRounded = wasRoundedBefore;
        return timeMs;
    }

    long quantity(String field, String text) throws FrameRefusedException {
        return atLeast0(field, text, token.quantityExponent());
    }

    long markPrice(String field, String text) throws FrameRefusedException {
        return atLeast0(field, text, token.markExponent());
    }

    long fundingRate(String field, String text) throws FrameRefusedException {
        return number(field, text, Token.FUNDING_RATE_EXPONENT);
    }

    /** Of a trade, where nothing is ever rounded. */
    long tradedPrice(String field, String text) throws FrameRefusedException {
        return above0(field, text, token.priceExponent());
    }

    /** Of a trade, where nothing is ever rounded. */
    long tradedQuantity(String field, String text) throws FrameRefusedException {
        return above0(field, text, token.quantityExponent());
    }

    private long above0(String field, String text, int exponent) throws FrameRefusedException {
        boolean wasRoundedBefore = wasRounded;
        wasRounded = false;
        long mantissa = number(field, text, exponent);
        if (wasRounded) {
            throw refusal(Reason.DOES_NOT_FIT, "field \"" + field + "\" is finer than 10^" + exponent);
        }
        wasRounded = wasRoundedBefore;
        if (mantissa <= 0) {
            throw badValue(field, text, "a number above 0");
        }
        return mantissa;
    }

    private long atLeast0(String field, String text, int exponent) throws FrameRefusedException {
        long mantissa = number(field, text, exponent);
        if (mantissa < 0) {
            throw badValue(field, text, "a number of at least 0");
        }
        return mantissa;
    }

    private long number(String field, String text, int exponent) throws FrameRefusedException {
        if (text.isEmpty()) {
            throw refusal(Reason.MISSING_FIELD, "there is no field \"" + field + '"');
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            long mantissa = reader.rounded(bytes, 0, bytes.length, exponent);
            wasRounded |= reader.wasRounded();
            return mantissa;
        } catch (DecimalException fault) {
            throw switch (fault.reason()) {
                case NOT_A_NUMBER -> badValue(field, text, "a decimal number");
                case TOO_PRECISE, TOO_LARGE ->
                    refusal(Reason.DOES_NOT_FIT, "field \"" + field + "\": " + fault.getMessage());
            };
        }
    }

    private FrameRefusedException badValue(String field, String text, String expected) {
        String quoted =
                text.length() <= MOST_QUOTED_CHARACTERS ? text : text.substring(0, MOST_QUOTED_CHARACTERS) + "…";
        return refusal(Reason.BAD_VALUE, "field \"" + field + "\" is \"" + quoted + "\"; " + expected + " is expected");
    }

    private FrameRefusedException refusal(Reason reason, String message) {
        return new FrameRefusedException(reason, rowOffset, label + ": " + message);
    }
}
