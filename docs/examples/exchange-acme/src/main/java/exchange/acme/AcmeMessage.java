package exchange.acme;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;

/**
 * The fields of Acme's messages. A venue's own documentation belongs here:
 *
 * <pre>
 * {"channel":"trade","symbol":"CHZUSD","id":17,"time":1680652800009,"price":"0.1234","quantity":"100","side":"sell"}
 * {"channel":"quote","symbol":"CHZUSD","id":9,"time":1680652800010,"bid":"0.1233","bidQuantity":"5","ask":"0.1235","askQuantity":"7"}
 * {"ok":7} and {"error":7,"message":"no such symbol"} answer the request 7; {"pong":true} answers a ping
 * </pre>
 */
final class AcmeMessage {
    static final int CHANNEL = 0;
    static final int SYMBOL = 1;
    static final int ID = 2;
    static final int TIME = 3;
    static final int PRICE = 4;
    static final int QUANTITY = 5;
    static final int SIDE = 6;
    static final int BID = 7;
    static final int BID_QUANTITY = 8;
    static final int ASK = 9;
    static final int ASK_QUANTITY = 10;
    static final int OK = 11;
    static final int ERROR = 12;
    static final int PONG = 13;

    private static final List<String> NAMES = List.of(
            "channel", "symbol", "id", "time", "price", "quantity", "side", "bid", "bidQuantity", "ask", "askQuantity",
            "ok", "error", "pong");

    private final JsonScanner json = new JsonScanner();
    private final JsonFields fields = new JsonFields(json, "message", NAMES);

    /** The fields of a frame, which is one object and nothing behind it. */
    JsonFields read(byte[] bytes, int offset, int length) throws FrameRefusedException {
        json.reset(bytes, offset, length);
        int after = fields.read(json.skipBlanks(offset));
        if (after != json.end()) {
            throw json.malformed(after, "more follows the frame's one object");
        }
        return fields;
    }
}
