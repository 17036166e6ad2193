package pawl.json;

/**
 * Walks the members of a JSON object without judging them, for {@link pawl.api.exchange.FeedProtocol#hear}: it allocates nothing,
 * and whatever the bytes are it throws nothing. Values are stepped over by their brackets and quotes alone.
 */
public final class MemberWalk {
    /** As many digits as a {@code long} always holds. */
    private static final int MOST_DIGITS = 18;

    private byte[] bytes = new byte[0];
    private int end;
    private int at;
    private int nameFrom;
    private int nameTo;
    private int from;
    private int to;
    private boolean isWhole;

    /** At nothing; {@link #open} gives it an object. */
    public MemberWalk() {}

    /** Before the first member of the object that these bytes start with, blanks aside; without members where they start with none. */
    public void open(byte[] frame, int offset, int length) {
        bytes = frame;
        end = offset + length;
        isWhole = false;
        at = Members.skipBlanks(bytes, offset, end);
        if (Members.isAt(bytes, at, end, '{')) {
            int first = Members.skipBlanks(bytes, at + 1, end);
            isWhole = Members.isAt(bytes, first, end, '}');
            at = isWhole ? end : at;
        } else {
            at = end;
        }
    }

    /** Takes the next member. */
    public boolean next() {
        if (at >= end || bytes[at] == '}') {
            isWhole |= at < end;
            return false;
        }
        nameFrom = Members.skipBlanks(bytes, at + 1, end) + 1;
        nameTo = Members.closingQuote(bytes, Math.min(nameFrom, end), end);
        int colon = Members.skipBlanks(bytes, Math.min(nameTo + 1, end), end);
        if (!Members.isAt(bytes, nameFrom - 1, end, '"') || !Members.isAt(bytes, colon, end, ':')) {
            at = end;
            return false;
        }
        from = Members.skipBlanks(bytes, colon + 1, end);
        to = Members.valueEnd(bytes, from, end);
        at = Members.skipBlanks(bytes, to, end);
        if (!Members.isAt(bytes, at, end, ',') && !Members.isAt(bytes, at, end, '}')) {
            at = end;
        }
        return true;
    }

    /** After the last member: whether the object ended with its brace. */
    public boolean isWhole() {
        return isWhole;
    }

    /** Whether the member's name is these ASCII bytes. */
    public boolean isNamed(byte[] name) {
        return Members.is(name, bytes, nameFrom, nameTo);
    }

    /** Whether the member's value starts with these ASCII bytes, the quote of a text included. */
    public boolean startsWith(byte[] value) {
        return Members.startsWith(value, bytes, from, to);
    }

    /** Whether the member's value is a text. */
    public boolean isText() {
        return Members.isAt(bytes, from, to, '"');
    }

    /** The position of a list's name that the member's text is; {@link NameTable#ABSENT} for any other value. */
    public int find(NameTable names) {
        return isText()
                ? names.find(bytes, from + 1, Members.closingQuote(bytes, from + 1, to) - from - 1)
                : NameTable.ABSENT;
    }

    /** The whole number that the member's value is, in quotes or not; −1 where it is none, or has more than 18 digits. */
    public long whole() {
        int first = isText() ? from + 1 : from;
        int last = isText() ? Members.closingQuote(bytes, first, to) : to;
        long value = 0;
        int i = first;
        while (i < last && bytes[i] >= '0' && bytes[i] <= '9') {
            if (i - first == MOST_DIGITS) {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
            i++;
        }
        return i > first && Members.skipBlanks(bytes, i, last) == last ? value : -1;
    }

    /** Where the member's value starts, with the quote of a text. */
    public int from() {
        return from;
    }

    /** Where the member's value ends, blanks after it included where it is neither a text, an array nor an object. */
    public int to() {
        return to;
    }

    /** Starts another walk on the member's value, or, where that is an array, on its first item. */
    public void open(MemberWalk inner) {
        int first = Members.isAt(bytes, from, to, '[') ? from + 1 : from;
        inner.open(bytes, first, to - first);
    }
}
