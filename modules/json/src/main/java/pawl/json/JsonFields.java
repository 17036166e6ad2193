package pawl.json;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/**
 * Where the wanted fields of one JSON object stand. A field has the number of its name in the list; all other fields are stepped
 * over. A wanted field that stands twice is refused: which of the two is meant cannot be known. A name written with escapes is a
 * name that nobody wants.
 *
 * <p>Reading allocates nothing. What was read holds until the next object is.
 */
public final class JsonFields implements FieldValues {
    /** How many fields may be wanted. */
    public static final int MOST_FIELDS = 64;

    private static final int NO_ARRAY = -1;

    private final JsonScanner json;
    private final String object;
    private final List<String> names;
    private final NameTable table;
    private final int[] from;
    private final int[] to;
    private long present;
    private int openingBrace;
    private int nextItem = NO_ARRAY;

    /**
     * Fields of a kind of object.
     *
     * @param object what messages call it, for example {@code publicTrade}
     * @param names of the wanted fields, at most 64
     * @throws IllegalArgumentException when a name is listed twice, or there are too many
     */
    public JsonFields(JsonScanner json, String object, List<String> names) {
        if (names.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(
                    object + ": " + names.size() + " fields are wanted; at most " + MOST_FIELDS + " can be");
        }
        this.json = json;
        this.object = object;
        this.names = List.copyOf(names);
        table = new NameTable(names);
        from = new int[names.size()];
        to = new int[names.size()];
    }

    /**
     * Reads the object that starts at a position.
     *
     * @return the position after it
     */
    public int read(int position) throws FrameRefusedException {
        openingBrace = position;
        present = 0;
        int at = json.skip('{', position);
        if (json.at(at) == '}') {
            return at + 1;
        }
        byte[] bytes = json.bytes();
        int end = json.end();
        while (true) {
            at = readField(at, bytes);
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

    private int readField(int nameAt, byte[] bytes) throws FrameRefusedException {
        if (json.at(nameAt) != '"') {
            throw json.malformed(nameAt, "a field's name is expected");
        }
        int nameEnd = json.skipText(nameAt);
        int valueAt = json.skip(':', nameEnd);
        int after = json.skipValue(valueAt);
        int field = table.find(bytes, nameAt + 1, nameEnd - nameAt - 2);
        if (field != NameTable.ABSENT) {
            if (has(field)) {
                throw json.malformed(nameAt, "field \"" + names.get(field) + "\" stands twice");
            }
            present |= 1L << field;
            int quote = bytes[valueAt] == '"' ? 1 : 0;
            from[field] = valueAt + quote;
            to[field] = after - quote;
        }
        return after;
    }

    /** Forgets what was read, for an object that may be left out. */
    public void clear() {
        present = 0;
    }

    /** Whether none of the wanted fields is there. */
    public boolean isEmpty() {
        return present == 0;
    }

    /** Reads the object that another's field holds. */
    public void readNested(FieldValues outer, int field) throws FrameRefusedException {
        int position = outer.from(field);
        if (json.bytes()[position] != '{' || outer.isText(field)) {
            throw outer.badValue(field, "an object");
        }
        read(position);
    }

    /** Starts on an array of objects that another's field holds; {@link #nextObject} then reads one after the other. */
    public void openArray(FieldValues outer, int field) throws FrameRefusedException {
        int position = outer.from(field);
        if (json.bytes()[position] != '[' || outer.isText(field)) {
            throw outer.badValue(field, "an array");
        }
        openArray(position);
    }

    /** Starts on an array of objects that stands at a position. */
    public void openArray(int position) throws FrameRefusedException {
        nextItem = json.skip('[', position);
        if (json.at(nextItem) == ']') {
            nextItem = NO_ARRAY;
        }
    }

    /**
     * Reads the next object of the array.
     *
     * @return false after the last, and nothing then is there
     */
    public boolean nextObject() throws FrameRefusedException {
        if (nextItem == NO_ARRAY) {
            present = 0;
            return false;
        }
        int at = json.skipBlanks(read(nextItem));
        nextItem = json.at(at) == ']' ? NO_ARRAY : json.skip(',', at);
        return true;
    }

    @Override
    public JsonScanner json() {
        return json;
    }

    @Override
    public boolean has(int field) {
        return (present >>> field & 1) != 0;
    }

    @Override
    public int from(int field) throws FrameRefusedException {
        if (!has(field)) {
            throw json.refusal(
                    Reason.MISSING_FIELD, openingBrace, object + ": there is no field \"" + names.get(field) + '"');
        }
        return from[field];
    }

    @Override
    public int to(int field) {
        return to[field];
    }

    @Override
    public String describe(int field) {
        return object + ": field \"" + names.get(field) + '"';
    }
}
