package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.FieldValues;
import pawl.json.JsonScanner;
import pawl.json.NameTable;
import pawl.json.Quote;

/**
 * Where the fields of one message stand in its frame. Binance names the fields of its streams by single letters, so a field's
 * place is found by six bits of its letter; the few longer names that matter have the places that no letter takes, and all others
 * are stepped over. A field that stands twice is refused: which of the two is meant cannot be known.
 *
 * <p>Values are read from the frame later and only where they are wanted. A name written with escapes is an unknown name.
 */
final class MessageFields implements FieldValues {
    /** The field {@code st}: 1 for USD-M, 2 for COIN-M, absent before 2026. */
    static final int CONTRACT_CLASS = 64 + 59;
    /** The field {@code ap}: in a forced order the average price. */
    static final int AVERAGE_PRICE = 64 + 60;
    /** The field {@code data}: in an envelope the message. */
    static final int DATA = 64 + 61;

    /** What {@link #readMessage} returns of a message whose rest was left unread. */
    static final int UNREAD = -1;

    private static final int PLACES = 64;
    private static final int PLACE_BITS = PLACES - 1;
    private static final int OTHER = 0;
    private static final int MOST_NAME_CHARACTERS = 40;

    private final JsonScanner json;
    private final int[] from = new int[PLACES];
    private final int[] to = new int[PLACES];
    private long present;
    private int openingBrace;
    private int kindName;
    private MessageKind kind = MessageKind.UNUSED;

    MessageFields(JsonScanner json) {
        this.json = json;
    }

    /**
     * Reads the message that starts at a position.
     *
     * @return the position after it; or {@link #UNREAD} as soon as its kind is seen to be of no use
     */
    int readMessage(int position) throws FrameRefusedException {
        return read(position, true);
    }

    /** Reads an object inside the message that another's field holds. */
    void readNested(MessageFields outer, int field) throws FrameRefusedException {
        int position = outer.from(field);
        if (json.bytes()[position] != '{') {
            throw outer.badValue(field, "an object");
        }
        kindName = outer.kindName;
        kind = outer.kind;
        read(position, false);
    }

    private int read(int position, boolean isMessage) throws FrameRefusedException {
        openingBrace = position;
        present = 0;
        int at = json.skip('{', position);
        if (json.at(at) == '}') {
            return at + 1;
        }
        byte[] bytes = json.bytes();
        int end = json.end();
        while (true) {
            int nameAt = at;
            int place;
            int valueAt;
            if (isLetterField(bytes, at, end)) {
                place = bytes[at + 1] & PLACE_BITS;
                valueAt = at + 4;
            } else {
                int nameEnd = endOfName(at);
                place = place(nameAt + 1, nameEnd - 1);
                valueAt = json.skip(':', nameEnd);
            }
            at = takeValue(place, valueAt);
            if (place != OTHER) {
                takeName(place, nameAt);
                if (place == ('e' & PLACE_BITS) && isMessage && readKind() == MessageKind.UNUSED) {
                    return UNREAD;
                }
            }
            if (at + 1 < end && bytes[at] == ',' && bytes[at + 1] > ' ') {
                at++;
            } else {
                at = json.skipBlanks(at);
                if (json.at(at) == '}') {
                    return at + 1;
                }
                at = json.skip(',', at);
            }
        }
    }

    private void takeName(int place, int nameAt) throws FrameRefusedException {
        if ((present >>> place & 1) != 0) {
            throw json.malformed(nameAt, "field \"" + nameOf(place) + "\" stands twice");
        }
        present |= 1L << place;
    }

    /** Keeps where a value stands, and returns the position after it. */
    private int takeValue(int place, int valueAt) throws FrameRefusedException {
        int after = json.skipValue(valueAt);
        int quote = json.bytes()[valueAt] == '"' ? 1 : 0;
        from[place] = valueAt + quote;
        to[place] = after - quote;
        return after;
    }

    /** Whether a field of one letter starts here whose value follows without a blank. */
    private static boolean isLetterField(byte[] bytes, int at, int end) {
        return at + 4 < end
                && bytes[at] == '"'
                && bytes[at + 2] == '"'
                && bytes[at + 3] == ':'
                && bytes[at + 4] > ' '
                && isLetter(bytes[at + 1]);
    }

    private int endOfName(int at) throws FrameRefusedException {
        if (json.at(at) != '"') {
            throw json.malformed(at, "a field's name is expected");
        }
        return json.skipText(at);
    }

    private int place(int nameFrom, int nameTo) {
        if (nameTo - nameFrom == 1) {
            byte name = json.bytes()[nameFrom];
            return isLetter(name) ? name & PLACE_BITS : OTHER;
        }
        if (json.is("st", nameFrom, nameTo)) {
            return CONTRACT_CLASS & PLACE_BITS;
        }
        if (json.is("ap", nameFrom, nameTo)) {
            return AVERAGE_PRICE & PLACE_BITS;
        }
        return json.is("data", nameFrom, nameTo) ? DATA & PLACE_BITS : OTHER;
    }

    private static boolean isLetter(byte c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private MessageKind readKind() throws FrameRefusedException {
        int length = length('e');
        if (!isText('e') || length == 0) {
            String value = Quote.of(json.bytes(), from('e'), to('e'));
            throw json.refusal(Reason.BAD_VALUE, from('e'), "field \"e\" is " + value + "; a text is expected");
        }
        kindName = MessageKind.findName(json.bytes(), from('e'), length);
        kind = MessageKind.kindAt(kindName);
        return kind;
    }

    /** Meaningful after a message with a field {@code e} was read. */
    MessageKind kind() {
        return kind;
    }

    /** The value of {@code e}, cut to 40 characters. */
    String kindName() {
        if (kindName != NameTable.ABSENT) {
            return MessageKind.nameAt(kindName);
        }
        int nameAt = from['e' & PLACE_BITS];
        String name = new String(json.bytes(), nameAt, to['e' & PLACE_BITS] - nameAt, StandardCharsets.UTF_8);
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS);
    }

    @Override
    public JsonScanner json() {
        return json;
    }

    @Override
    public boolean has(int field) {
        return (present >>> (field & PLACE_BITS) & 1) != 0;
    }

    @Override
    public int from(int field) throws FrameRefusedException {
        if (!has(field)) {
            throw json.refusal(
                    Reason.MISSING_FIELD,
                    openingBrace,
                    kind.wireName() + ": there is no field \"" + nameOf(field) + '"');
        }
        return from[field & PLACE_BITS];
    }

    @Override
    public int to(int field) {
        return to[field & PLACE_BITS];
    }

    @Override
    public String describe(int field) {
        return kind.wireName() + ": field \"" + nameOf(field) + '"';
    }

    private static String nameOf(int field) {
        return switch (field & PLACE_BITS) {
            case CONTRACT_CLASS & PLACE_BITS -> "st";
            case AVERAGE_PRICE & PLACE_BITS -> "ap";
            case DATA & PLACE_BITS -> "data";
            // 64 added to a place is its letter, for small letters and capitals alike.
            default -> String.valueOf((char) (PLACES + (field & PLACE_BITS)));
        };
    }
}
