package pawl.plugin.exchange.binance;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.JsonScanner;

/**
 * Finds the messages of a frame: one or an array of them, bare or in the envelope of a combined stream.
 *
 * <p>A frame whose first message is of no use is not read further, whatever follows; only that its last byte closes what its first
 * opened is checked, so that a torn line is still refused.
 */
final class FrameReader<C> {
    private static final int UNREAD = MessageFields.UNREAD;
    private static final String STREAM_NAME = "\"stream\"";
    private static final String DATA_NAME = "\"data\"";

    private final JsonScanner json = new JsonScanner();
    private final MessageFields fields = new MessageFields(json);
    private final MessageHandler<C> handler;

    FrameReader(MessageHandler<C> handler) {
        this.handler = handler;
    }

    /** For what the handler reads of a message's nested objects. */
    MessageFields nestedFields() {
        return new MessageFields(json);
    }

    void read(byte[] bytes, int offset, int length, C target) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int after = readFrame(json.first(), target);
        if (after != UNREAD) {
            json.requireEnd(after);
        }
    }

    private int readFrame(int at, C target) throws FrameRefusedException {
        byte first = json.at(at);
        if (first != '{' && first != '[') {
            return readScalar(at, target);
        }
        if (json.at(json.end() - 1) != (first == '{' ? '}' : ']')) {
            throw json.malformed(json.end(), "the frame does not end as it starts");
        }
        if (first == '[') {
            return readArray(at, target);
        }
        int nameAt = json.skip('{', at);
        return startsWith(STREAM_NAME, nameAt) || startsWith(DATA_NAME, nameAt)
                ? readEnvelope(nameAt, target)
                : readObject(at, true, target);
    }

    private boolean startsWith(String text, int at) {
        return at + text.length() <= json.end() && json.is(text, at, at + text.length());
    }

    /** The members of an envelope, from the first name. */
    private int readEnvelope(int firstNameAt, C target) throws FrameRefusedException {
        boolean hasData = false;
        int at = firstNameAt;
        while (true) {
            boolean isData = startsWith(DATA_NAME, at);
            if (isData && hasData) {
                throw json.malformed(at, "field \"data\" stands twice");
            }
            int valueAt = json.skipName(at);
            at = isData ? readPayload(valueAt, target) : json.skipValue(valueAt);
            if (at == UNREAD) {
                return UNREAD;
            }
            hasData |= isData;
            at = json.skipBlanks(at);
            if (json.at(at) == '}') {
                break;
            }
            at = json.skip(',', at);
        }
        if (!hasData) {
            throw json.refusal(Reason.MISSING_FIELD, json.start(), "envelope: there is no field \"data\"");
        }
        return at + 1;
    }

    private int readPayload(int at, C target) throws FrameRefusedException {
        return switch (json.at(at)) {
            case '{' -> readObject(at, false, target);
            case '[' -> readArray(at, target);
            default -> readScalar(at, target);
        };
    }

    private int readScalar(int at, C target) throws FrameRefusedException {
        int after = json.skipScalar(at);
        if (!json.is("null", at, after)) {
            throw json.refusal(Reason.BAD_VALUE, at, "neither an object nor an array");
        }
        handler.ignored("null", target);
        return after;
    }

    private int readObject(int at, boolean mayBeEnvelope, C target) throws FrameRefusedException {
        int after = fields.readMessage(at);
        if (after == UNREAD) {
            handler.ignored(fields.kindName(), target);
        } else if (fields.has('e')) {
            handler.message(fields, target);
        } else if (mayBeEnvelope && fields.has(MessageFields.DATA)) {
            // An envelope whose first field is an unknown one; rare enough to be read twice.
            return readPayload(fields.from(MessageFields.DATA), target) == UNREAD ? UNREAD : after;
        } else {
            handler.body(json.bytes(), json.start(), at, after, target);
        }
        return after;
    }

    private int readArray(int at, C target) throws FrameRefusedException {
        int next = json.skip('[', at);
        int after = json.at(next) == '{' ? fields.readMessage(next) : UNREAD;
        if (json.at(next) != '{' || (after != UNREAD && !fields.has('e'))) {
            int end = json.skipValue(at);
            handler.body(json.bytes(), json.start(), at, end, target);
            return end;
        }
        if (after == UNREAD) {
            handler.ignored(fields.kindName(), target);
            return UNREAD;
        }
        handler.message(fields, target);
        return readFurtherMessages(after, target);
    }

    /** From the position after an array's first message. */
    private int readFurtherMessages(int afterFirst, C target) throws FrameRefusedException {
        int at = json.skipBlanks(afterFirst);
        while (json.at(at) != ']') {
            int next = json.skip(',', at);
            int after = fields.readMessage(next);
            if (after == UNREAD) {
                handler.ignored(fields.kindName(), target);
                after = json.skipValue(next);
            } else if (fields.has('e')) {
                handler.message(fields, target);
            } else {
                throw json.refusal(Reason.MISSING_FIELD, next, "message in an array: there is no field \"e\"");
            }
            at = json.skipBlanks(after);
        }
        return at + 1;
    }
}
