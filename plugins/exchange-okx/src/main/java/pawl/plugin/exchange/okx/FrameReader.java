package pawl.plugin.exchange.okx;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;
import pawl.json.NameTable;

/**
 * Finds the rows of a frame. A channel's message, {@code {"arg":{…},"data":[…]}}, is read once from its start to its end; all others are
 * left to {@link AnswerReader}.
 *
 * <p>A message of a channel without use is not read behind its {@code arg}; only that the frame ends as it starts is checked, so that a
 * torn line is still refused.
 */
final class FrameReader<C> {
    private static final String ARG_NAME = "\"arg\"";
    private static final String DATA_NAME = "\"data\"";
    private static final String EVENT_NAME = "\"event\"";
    private static final String PONG = "pong";
    private static final int MOST_NAME_CHARACTERS = 40;

    private final JsonScanner json = new JsonScanner();
    private final JsonFields arg = new JsonFields(json, "arg", Row.NAMES);
    private final JsonFields[] rows = new JsonFields[Channel.UNUSED.ordinal()];
    private final RowHandler<C> handler;
    private final AnswerReader<C> answers;

    FrameReader(RowHandler<C> handler) {
        this.handler = handler;
        for (int channel = 0; channel < rows.length; channel++) {
            rows[channel] = new JsonFields(json, Channel.at(channel).wireName(), Row.NAMES);
        }
        answers = new AnswerReader<>(json, handler, this);
    }

    /** Of every frame, for what else is read of a row. */
    JsonScanner json() {
        return json;
    }

    void read(byte[] bytes, int offset, int length, C target) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int first = json.first();
        if (json.is(PONG, first, json.end())) {
            handler.ignored(PONG, target);
            return;
        }
        if (json.at(first) != '{' || json.at(json.end() - 1) != '}') {
            throw json.malformed(first, "neither an object nor pong");
        }
        int nameAt = json.skip('{', first);
        if (!startsWith(ARG_NAME, nameAt) || !readMessage(nameAt, target)) {
            answers.read(first, target);
        }
    }

    private boolean startsWith(String text, int at) {
        return at + text.length() <= json.end() && json.is(text, at, at + text.length());
    }

    /**
     * A channel's message, from the name of its {@code arg}.
     *
     * @return false where it is an answer that only names the channel
     */
    private boolean readMessage(int argNameAt, C target) throws FrameRefusedException {
        int at = json.skipBlanks(arg.read(json.skipName(argNameAt)));
        int channel = arg.find(Row.CHANNEL, Channel.table());
        boolean hasData = false;
        while (json.at(at) != '}') {
            int nameAt = json.skip(',', at);
            if (startsWith(EVENT_NAME, nameAt)) {
                return false;
            }
            boolean isData = startsWith(DATA_NAME, nameAt);
            if (isData && isUnused(channel, target)) {
                return true;
            }
            if ((isData && hasData) || startsWith(ARG_NAME, nameAt)) {
                throw json.malformed(nameAt, "a field stands twice");
            }
            hasData |= isData;
            int valueAt = json.skipName(nameAt);
            at = json.skipBlanks(isData ? readRows(Channel.at(channel), valueAt, target) : json.skipValue(valueAt));
        }
        json.requireEnd(at + 1);
        if (!hasData) {
            throw json.refusal(Reason.MISSING_FIELD, json.start(), "there is no field \"data\"");
        }
        return true;
    }

    /** Whether the channel at a position among the known ones has no use, which then is said. */
    private boolean isUnused(int channel, C target) throws FrameRefusedException {
        if (Channel.at(channel) != Channel.UNUSED) {
            return false;
        }
        handler.ignored(channel == NameTable.ABSENT ? unknownName() : Channel.nameAt(channel), target);
        return true;
    }

    private String unknownName() throws FrameRefusedException {
        if (!arg.isText(Row.CHANNEL) || arg.isEmptyText(Row.CHANNEL)) {
            throw arg.badValue(Row.CHANNEL, "a channel's name");
        }
        String name = arg.text(Row.CHANNEL);
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS);
    }

    /** A message whose {@code data} stands before its {@code arg}; both at their values. */
    void readMessage(int argAt, int dataAt, C target) throws FrameRefusedException {
        arg.read(argAt);
        int channel = arg.find(Row.CHANNEL, Channel.table());
        if (!isUnused(channel, target)) {
            readRows(Channel.at(channel), dataAt, target);
        }
    }

    /** The rows of the channel that {@code arg} names; returns the position after them. */
    private int readRows(Channel channel, int dataAt, C target) throws FrameRefusedException {
        JsonFields row = rows[channel.ordinal()];
        JsonFields named = channel == Channel.LIQUIDATIONS ? row : arg;
        if (json.at(dataAt) != '[') {
            throw json.refusal(Reason.BAD_VALUE, dataAt, channel.wireName() + ": field \"data\" is no array");
        }
        int at = json.skip('[', dataAt);
        while (json.at(at) != ']') {
            at = json.skipBlanks(row.read(at));
            handler.row(channel, named, row, target);
            if (json.at(at) != ']') {
                at = json.skip(',', at);
                if (json.at(at) == ']') {
                    throw json.malformed(at, "a row is expected");
                }
            }
        }
        return at + 1;
    }
}
