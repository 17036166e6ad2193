package pawl.plugin.exchange.bybit;

import java.util.Arrays;
import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.FieldValues;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;

/** The outermost object of a frame: a topic's message, an answer to a request, or a REST body. */
final class Envelope {
    static final int TOPIC = 0;
    static final int TYPE = 1;
    static final int TS = 2;
    static final int CTS = 3;
    static final int DATA = 4;
    static final int OP = 5;
    static final int SUCCESS = 6;
    static final int RET_CODE = 7;
    static final int RESULT = 8;
    static final int TIME = 9;
    private static final List<String> NAMES =
            List.of("topic", "type", "ts", "cts", "data", "op", "success", "retCode", "result", "time");

    /** The venue took a request. */
    private static final String ACKNOWLEDGEMENT = "ack";

    private static final String PONG = "pong";
    /** The venue refused a request. */
    private static final String VENUE_ERROR = "venueError";

    private final JsonScanner json = new JsonScanner();
    private final JsonFields fields = new JsonFields(json, "frame", NAMES);
    private Channel channel = Channel.UNUSED;
    private int symbolFrom;

    JsonScanner json() {
        return json;
    }

    JsonFields fields() {
        return fields;
    }

    void read(byte[] bytes, int offset, int length) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int at = json.first();
        if (json.at(at) != '{') {
            json.requireEnd(json.skipValue(at));
            throw json.refusal(Reason.BAD_VALUE, at, "the frame is no object");
        }
        json.requireEnd(fields.read(at));
    }

    boolean isTopic() {
        return fields.has(TOPIC);
    }

    boolean isAnswer() {
        return fields.has(OP);
    }

    /** Why a frame that answers a request is of no use. */
    String answer() throws FrameRefusedException {
        if (fields.has(SUCCESS) && fields.is(SUCCESS, "false")) {
            return VENUE_ERROR;
        }
        return fields.is(OP, "ping") || fields.is(OP, "pong") ? PONG : ACKNOWLEDGEMENT;
    }

    /** Whether the frame is a REST body that answers a request; one that refuses it is a reason to ignore it. */
    boolean isRestError() throws FrameRefusedException {
        if (!fields.has(RET_CODE)) {
            throw json.refusal(
                    Reason.MISSING_FIELD, json.start(), "frame: neither a topic, an op nor a retCode names its kind");
        }
        return !fields.is(RET_CODE, "0");
    }

    String restError() {
        return VENUE_ERROR;
    }

    /** What the topic carries; the symbol then is known too. */
    Channel channel() throws FrameRefusedException {
        int from = fields.from(TOPIC);
        int to = fields.to(TOPIC);
        byte[] bytes = json.bytes();
        int point = to - 1;
        while (point > from && bytes[point] != '.') {
            point--;
        }
        if (!fields.isText(TOPIC) || fields.isEscaped(TOPIC) || point <= from || point == to - 1) {
            throw fields.badValue(TOPIC, "a channel, a point and a symbol, written without escapes,");
        }
        channel = Channel.of(bytes, from, point);
        symbolFrom = point + 1;
        return channel;
    }

    /** The name of the topic's channel, which has no use. */
    String unusedName() throws FrameRefusedException {
        return Channel.unusedName(json.bytes(), fields.from(TOPIC), symbolFrom - 1);
    }

    int symbolFrom() {
        return symbolFrom;
    }

    int symbolLength() {
        return fields.to(TOPIC) - symbolFrom;
    }

    /** Refuses a row of another symbol than the topic's. */
    void requireSymbol(FieldValues row, int field) throws FrameRefusedException {
        byte[] bytes = json.bytes();
        if (!Arrays.equals(bytes, row.from(field), row.to(field), bytes, symbolFrom, fields.to(TOPIC))) {
            throw row.badValue(field, "the topic's symbol");
        }
    }
}
