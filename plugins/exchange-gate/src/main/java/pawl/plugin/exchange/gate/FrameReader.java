package pawl.plugin.exchange.gate;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;
import pawl.json.NameTable;

/** Finds the rows of a frame: a message names its channel and event, and its {@code result} is a row or an array of them. */
final class FrameReader<C> {
    private static final String ERROR = "venueError";
    private static final int MOST_NAME_CHARACTERS = 40;

    private final JsonScanner json = new JsonScanner();
    private final JsonFields message = new JsonFields(json, "message", Message.NAMES);
    private final JsonFields[] rows = new JsonFields[Channel.UNUSED.ordinal()];
    private final RowHandler<C> handler;

    FrameReader(RowHandler<C> handler) {
        this.handler = handler;
        for (int channel = 0; channel < rows.length; channel++) {
            rows[channel] = new JsonFields(json, Channel.at(channel).wireName(), Row.NAMES);
        }
    }

    void read(byte[] bytes, int offset, int length, C target) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int first = json.first();
        if (json.at(first) == '[') {
            json.requireEnd(json.skipValue(first));
            handler.ignored("restBody", target);
            return;
        }
        if (json.at(first) != '{') {
            throw json.malformed(first, "neither an object nor an array");
        }
        json.requireEnd(message.read(first));
        if (message.hasValue(Message.ERROR)) {
            handler.ignored(ERROR, target);
        } else if (!message.has(Message.CHANNEL) && message.has(Message.TYPE)) {
            handler.ignored("notice", target);
        } else {
            readMessage(target);
        }
    }

    private void readMessage(C target) throws FrameRefusedException {
        int position = message.find(Message.CHANNEL, Channel.table());
        Channel channel = Channel.at(position);
        if (message.is(Message.EVENT, "subscribe") || message.is(Message.EVENT, "unsubscribe")) {
            handler.ignored("ack", target);
        } else if (channel == Channel.UNUSED) {
            handler.ignored(position == NameTable.ABSENT ? unknownName() : Channel.nameAt(position), target);
        } else if (message.is(Message.EVENT, "update")) {
            readResult(channel, target);
        } else {
            throw message.badValue(Message.EVENT, "update, subscribe or unsubscribe");
        }
    }

    private String unknownName() throws FrameRefusedException {
        if (!message.isText(Message.CHANNEL) || message.isEmptyText(Message.CHANNEL)) {
            throw message.badValue(Message.CHANNEL, "a channel's name");
        }
        String name = message.text(Message.CHANNEL);
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS);
    }

    private void readResult(Channel channel, C target) throws FrameRefusedException {
        JsonFields row = rows[channel.ordinal()];
        int at = message.from(Message.RESULT);
        if (message.isText(Message.RESULT) || (json.at(at) != '{' && json.at(at) != '[')) {
            throw message.badValue(Message.RESULT, "an object or an array");
        }
        if (json.at(at) == '{') {
            row.read(at);
            handler.row(channel, message, row, target);
            return;
        }
        row.openArray(at);
        while (row.nextObject()) {
            handler.row(channel, message, row, target);
        }
    }
}
