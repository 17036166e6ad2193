package pawl.seal;

/** A number from 0 on in ASCII digits without leading zeros. */
final class DecimalNumber {
    private DecimalNumber() {}

    static long parse(String text, String where) throws SealFormatException {
        boolean isNumber = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new SealFormatException(where + ": \"" + text + "\" is no decimal number without leading zeros");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new SealFormatException(where + ": " + text + " is above 2^63 - 1", e);
        }
    }
}
