package pawl.json;

import pawl.api.decimal.ContractSize;
import pawl.api.decimal.DecimalException;
import pawl.api.decimal.DecimalReader;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/**
 * The numbers that fields hold, be they written as JSON numbers or as texts. Exponents are −18 to 0. A number that cannot be had
 * refuses the frame and says where it stands.
 */
public final class FieldNumbers {
    private final DecimalReader reader = new DecimalReader();
    private boolean wasRounded;

    /** With nothing rounded yet. */
    public FieldNumbers() {}

    /** An id, or a time in ms since the epoch: a whole number, at least 0. */
    public long whole(FieldValues fields, int field) throws FrameRefusedException {
        int from = fields.from(field);
        int to = fields.to(field);
        if (to - from > EightBytes.MOST_DIGITS) {
            // Nearly all are times and ids of 9 to 16 digits; they are read in two steps instead of one for each digit.
            byte[] bytes = fields.bytes();
            int middle = to - EightBytes.MOST_DIGITS;
            long upper = EightBytes.digits(bytes, from, middle);
            long lower = EightBytes.digits(bytes, middle, to);
            if (upper >= 0 && lower >= 0) {
                return upper * EightBytes.DIGITS_LIMIT + lower;
            }
        }
        return anyWhole(fields, field);
    }

    private long anyWhole(FieldValues fields, int field) throws FrameRefusedException {
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
    public long above0(FieldValues fields, int field, int exponent) throws FrameRefusedException {
        return above0(fields, field, exponent, ContractSize.ONE);
    }

    /** The mantissa of an exact number of contracts above 0, in base units. */
    public long above0(FieldValues fields, int field, int exponent, ContractSize size) throws FrameRefusedException {
        long mantissa = exact(fields, field, exponent, size);
        if (mantissa <= 0) {
            throw fields.badValue(field, "a number above 0");
        }
        return mantissa;
    }

    /** The mantissa of an exact number of at least 0. */
    public long atLeast0(FieldValues fields, int field, int exponent) throws FrameRefusedException {
        return atLeast0(fields, field, exponent, ContractSize.ONE);
    }

    /** The mantissa of an exact number of contracts of at least 0, in base units. */
    public long atLeast0(FieldValues fields, int field, int exponent, ContractSize size) throws FrameRefusedException {
        long mantissa = exact(fields, field, exponent, size);
        if (mantissa < 0) {
            throw fields.badValue(field, "a number of at least 0");
        }
        return mantissa;
    }

    /** The mantissa of an exact number of either sign. */
    public long exact(FieldValues fields, int field, int exponent) throws FrameRefusedException {
        return exact(fields, field, exponent, ContractSize.ONE);
    }

    /** The mantissa of an exact number of contracts of either sign, in base units. */
    public long exact(FieldValues fields, int field, int exponent, ContractSize size) throws FrameRefusedException {
        try {
            return reader.exact(fields.bytes(), fields.from(field), fields.length(field), exponent, size);
        } catch (DecimalException fault) {
            throw refusal(fields, field, exponent, size, fault);
        }
    }

    /** Starts anew what {@link #wasRounded} says. */
    public void clearRounded() {
        wasRounded = false;
    }

    /** The mantissa of a number of either sign, rounded half-even. */
    public long rounded(FieldValues fields, int field, int exponent) throws FrameRefusedException {
        return rounded(fields, field, exponent, ContractSize.ONE);
    }

    /** The mantissa of a number of contracts of either sign, in base units, rounded half-even. */
    public long rounded(FieldValues fields, int field, int exponent, ContractSize size) throws FrameRefusedException {
        try {
            long mantissa = reader.rounded(fields.bytes(), fields.from(field), fields.length(field), exponent, size);
            wasRounded |= reader.wasRounded();
            return mantissa;
        } catch (DecimalException fault) {
            throw refusal(fields, field, exponent, size, fault);
        }
    }

    /** Whether any number since {@link #clearRounded} was rounded. */
    public boolean wasRounded() {
        return wasRounded;
    }

    /** How many decimals a number is written with, zeros at its end included; 0 for an empty text. Allocates. */
    public static int writtenDecimals(FieldValues fields, int field) throws FrameRefusedException {
        int decimals = WrittenDecimals.count(fields.text(field));
        if (decimals == WrittenDecimals.NOT_A_NUMBER) {
            throw fields.badValue(field, "a decimal number");
        }
        if (decimals > WrittenDecimals.MOST) {
            throw fields.refusal(
                    Reason.DOES_NOT_FIT, field, "at most " + WrittenDecimals.MOST + " decimals are expected");
        }
        return decimals;
    }

    private static FrameRefusedException refusal(
            FieldValues fields, int field, int exponent, ContractSize size, DecimalException fault)
            throws FrameRefusedException {
        String unit = size.isOne() ? "" : " of " + size.mantissa() + " * 10^" + size.exponent() + " base units each";
        return switch (fault.reason()) {
            case NOT_A_NUMBER -> fields.badValue(field, "a decimal number");
            case TOO_PRECISE ->
                fields.refusal(Reason.DOES_NOT_FIT, field, "at most " + -exponent + " decimals are expected" + unit);
            case TOO_LARGE ->
                fields.refusal(Reason.DOES_NOT_FIT, field, "it does not fit in 64 bits at 10^" + exponent + unit);
        };
    }
}
