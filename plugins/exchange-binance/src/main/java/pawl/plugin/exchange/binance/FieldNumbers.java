package pawl.plugin.exchange.binance;

import pawl.api.decimal.DecimalException;
import pawl.api.decimal.DecimalReader;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/** The numbers that a message's fields hold, be they written as JSON numbers or as texts. */
final class FieldNumbers {
    private final DecimalReader reader = new DecimalReader();
    private boolean wasRounded;

    /** An id, or a time in ms since the epoch: a whole number, at least 0. */
    long whole(MessageFields fields, int field) throws FrameRefusedException {
        int from = fields.from(field);
        int to = fields.to(field);
        if (to - from > EightBytes.MOST_DIGITS) {
            // Nearly all are times and ids of 9 to 16 digits; they are read in two steps instead of one for each digit.
            int middle = to - EightBytes.MOST_DIGITS;
            long upper = EightBytes.digits(fields.bytes(), from, middle);
            long lower = EightBytes.digits(fields.bytes(), middle, to);
            if (upper >= 0 && lower >= 0) {
                return upper * EightBytes.DIGITS_LIMIT + lower;
            }
        }
        return anyWhole(fields, field);
    }

    private long anyWhole(MessageFields fields, int field) throws FrameRefusedException {
        long number;
        try {
            number = reader.exact(fields.bytes(), fields.from(field), fields.length(field), 0);
        } catch (DecimalException notWhole) {
            throw fields.badValue(field, "a whole number of at least 0");
        }
        if (number < 0) {
            throw fields.badValue(field, "a whole number of at least 0");
        }
        return number;
    }

    /** The mantissa of an exact number above 0. */
    long above0(MessageFields fields, int field, int exponent) throws FrameRefusedException {
        long mantissa = exact(fields, field, exponent);
        if (mantissa <= 0) {
            throw fields.badValue(field, "a number above 0");
        }
        return mantissa;
    }

    /** The mantissa of an exact number of at least 0. */
    long atLeast0(MessageFields fields, int field, int exponent) throws FrameRefusedException {
        long mantissa = exact(fields, field, exponent);
        if (mantissa < 0) {
            throw fields.badValue(field, "a number of at least 0");
        }
        return mantissa;
    }

    private long exact(MessageFields fields, int field, int exponent) throws FrameRefusedException {
        try {
            return reader.exact(fields.bytes(), fields.from(field), fields.length(field), exponent);
        } catch (DecimalException fault) {
            throw refusal(fields, field, exponent, fault);
        }
    }

    /** Starts anew what {@link #wasRounded} says. */
    void clearRounded() {
        wasRounded = false;
    }

    /** The mantissa of a number, rounded half-even. */
    long rounded(MessageFields fields, int field, int exponent) throws FrameRefusedException {
        try {
            long mantissa = reader.rounded(fields.bytes(), fields.from(field), fields.length(field), exponent);
            wasRounded |= reader.wasRounded();
            return mantissa;
        } catch (DecimalException fault) {
            throw refusal(fields, field, exponent, fault);
        }
    }

    /** Whether any number since {@link #clearRounded} was rounded. */
    boolean wasRounded() {
        return wasRounded;
    }

    private static FrameRefusedException refusal(MessageFields fields, int field, int exponent, DecimalException fault)
            throws FrameRefusedException {
        return switch (fault.reason()) {
            case NOT_A_NUMBER -> fields.badValue(field, "a decimal number");
            case TOO_PRECISE ->
                fields.refusal(Reason.DOES_NOT_FIT, field, "at most " + -exponent + " decimals are expected");
            case TOO_LARGE ->
                fields.refusal(Reason.DOES_NOT_FIT, field, "it does not fit in 64 bits at 10^" + exponent);
        };
    }
}
