package pawl.api.decimal;

/** A number that cannot be had at the exponent asked for; the text is quoted, cut to 40 characters. */
public final class DecimalException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED_CHARACTERS = 40;

    /** Why. */
    public enum Reason {
        /** The text is not a decimal number: digits, at most one point, a sign, an exponent. */
        NOT_A_NUMBER,
        /** It has a non-zero digit below the exponent, and exactness was asked for. */
        TOO_PRECISE,
        /** The mantissa does not fit in 64 bits. */
        TOO_LARGE
    }

    private final Reason reason;

    DecimalException(Reason reason, byte[] bytes, int offset, int length, int exponent) {
        super(text(reason, bytes, offset, length, exponent));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    private static String text(Reason reason, byte[] bytes, int offset, int length, int exponent) {
        StringBuilder text = new StringBuilder().append('"');
        for (int i = 0; i < Math.min(length, QUOTED_CHARACTERS); i++) {
            char c = (char) (bytes[offset + i] & 0xff);
            text.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        text.append(length > QUOTED_CHARACTERS ? "…\" " : "\" ");
        return switch (reason) {
            case NOT_A_NUMBER -> text.append("is not a decimal number").toString();
            case TOO_PRECISE ->
                text.append("has digits below 10^").append(exponent).toString();
            case TOO_LARGE ->
                text.append("does not fit in 64 bits at 10^").append(exponent).toString();
        };
    }
}
