package pawl.json;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/**
 * Where the first items of one JSON array stand, for arrays whose places have meanings, as {@code ["61.2","0.5"]} of a book. An
 * item has the number of its place, from 0. Reading allocates nothing.
 */
public final class JsonItems implements FieldValues {
    private final JsonScanner json;
    private final String array;
    private final int[] from;
    private final int[] to;
    private int count;
    private int openingBracket;

    /**
     * Items of a kind of array.
     *
     * @param array what messages call it, for example {@code orderbook level}
     * @param wanted how many items' places are kept; those behind are stepped over
     */
    public JsonItems(JsonScanner json, String array, int wanted) {
        this.json = json;
        this.array = array;
        from = new int[wanted];
        to = new int[wanted];
    }

    /**
     * Reads the array that starts at a position.
     *
     * @return the position after it
     */
    public int read(int position) throws FrameRefusedException {
        openingBracket = position;
        count = 0;
        int at = json.skip('[', position);
        if (json.at(at) == ']') {
            return at + 1;
        }
        while (true) {
            int after = json.skipValue(at);
            if (count < from.length) {
                int quote = json.bytes()[at] == '"' ? 1 : 0;
                from[count] = at + quote;
                to[count] = after - quote;
            }
            count++;
            at = json.skipBlanks(after);
            if (json.at(at) == ']') {
                return at + 1;
            }
            at = json.skip(',', at);
        }
    }

    /** Reads the array that another's field holds. */
    public void readNested(FieldValues outer, int field) throws FrameRefusedException {
        int position = outer.from(field);
        if (json.bytes()[position] != '[' || outer.isText(field)) {
            throw outer.badValue(field, "an array");
        }
        read(position);
    }

    /** How many items the array has, those that were stepped over included. */
    public int count() {
        return count;
    }

    @Override
    public JsonScanner json() {
        return json;
    }

    @Override
    public boolean has(int item) {
        return item < Math.min(count, from.length);
    }

    @Override
    public int from(int item) throws FrameRefusedException {
        if (!has(item)) {
            throw json.refusal(Reason.MISSING_FIELD, openingBracket, array + ": there is no item " + item);
        }
        return from[item];
    }

    @Override
    public int to(int item) {
        return to[item];
    }

    @Override
    public String describe(int item) {
        return array + ": item " + item;
    }
}
