package pawl.json;

/** Bytes of a frame as they are quoted in a message. */
public final class Quote {
    private static final int MOST_CHARACTERS = 40;

    private Quote() {}

    /** In quotation marks, cut to 40 characters, with {@code ?} for what is not printable ASCII. */
    public static String of(byte[] bytes, int from, int to) {
        int cut = Math.min(to, from + MOST_CHARACTERS);
        StringBuilder text = new StringBuilder(MOST_CHARACTERS + 3).append('"');
        for (int i = from; i < cut; i++) {
            char c = (char) (bytes[i] & 0xff);
            text.append(c >= ' ' && c < 0x7f ? c : '?');
        }
        return text.append(cut < to ? "…\"" : "\"").toString();
    }
}
