package pawl.seal;

/** What a key may be named: not empty, no Unicode space, no plus sign, no control character. */
final class KeyName {
    private KeyName() {}

    static boolean isSound(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE);
    }

    static String require(String name, String where) throws SealFormatException {
        if (!isSound(name)) {
            throw new SealFormatException(
                    where + ": \"" + name + "\" is no name of a key; spaces and + are not allowed");
        }
        return name;
    }
}
