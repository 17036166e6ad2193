package pawl.plugin.exchange.okx;

import java.util.Arrays;
import java.util.List;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.json.JsonFields;
import pawl.json.JsonScanner;

/** Reads the frames that are no channel's message: answers to requests, notices, REST bodies, and fetched trades. */
final class AnswerReader<C> {
    private static final int EVENT = 0;
    private static final int ARG = 1;
    private static final int DATA = 2;
    private static final int CODE = 3;
    private static final int BACKFILL = 4;
    private static final int TRADES = 5;
    private static final List<String> NAMES = List.of("event", "arg", "data", "code", "backfill", "trades");

    private static final String ERROR = "venueError";

    private final JsonScanner json;
    private final JsonFields answer;
    private final JsonFields body;
    private final JsonFields row;
    private final RowHandler<C> handler;
    private final FrameReader<C> messages;
    private int[] rowsAt = new int[100];

    AnswerReader(JsonScanner json, RowHandler<C> handler, FrameReader<C> messages) {
        this.json = json;
        this.handler = handler;
        this.messages = messages;
        answer = new JsonFields(json, "answer", NAMES);
        body = new JsonFields(json, "body", NAMES);
        row = new JsonFields(json, "body's row", Row.NAMES);
    }

    /** The frame's object, which starts at a position. */
    void read(int position, C target) throws FrameRefusedException {
        json.requireEnd(answer.read(position));
        if (answer.has(EVENT)) {
            handler.ignored(eventReason(), target);
        } else if (answer.has(ARG)) {
            messages.readMessage(answer.from(ARG), answer.from(DATA), target);
        } else if (answer.has(BACKFILL)) {
            readMissedTrades(target);
        } else if (answer.has(CODE) && !answer.is(CODE, "0")) {
            handler.ignored(ERROR, target);
        } else {
            readBody(target);
        }
    }

    private String eventReason() throws FrameRefusedException {
        if (answer.is(EVENT, "subscribe") || answer.is(EVENT, "unsubscribe")) {
            return "ack";
        }
        if (answer.is(EVENT, "error")) {
            return ERROR;
        }
        return answer.is(EVENT, "notice") ? "notice" : "event";
    }

    /** What {@link OkxProtocol#repair} makes of the answer to its request: the venue's rows have the newest first. */
    private void readMissedTrades(C target) throws FrameRefusedException {
        body.readNested(answer, TRADES);
        if (!body.is(CODE, "0")) {
            handler.ignored(ERROR, target);
            return;
        }
        int count = findRows(body);
        for (int i = count - 1; i >= 0; i--) {
            row.read(rowsAt[i]);
            handler.missedTrade(row, target);
        }
    }

    /** Where the rows stand, in their order. */
    private int findRows(JsonFields holder) throws FrameRefusedException {
        int at = holder.from(DATA);
        if (json.at(at) != '[' || holder.isText(DATA)) {
            throw holder.badValue(DATA, "an array");
        }
        int count = 0;
        at = json.skip('[', at);
        while (json.at(at) != ']') {
            if (json.at(at) != '{') {
                throw json.refusal(Reason.BAD_VALUE, at, "a body's row is no object");
            }
            if (count == rowsAt.length) {
                rowsAt = Arrays.copyOf(rowsAt, 2 * count);
            }
            rowsAt[count++] = at;
            at = json.skipBlanks(json.skipValue(at));
            at = json.at(at) == ']' ? at : json.skip(',', at);
        }
        return count;
    }

    private void readBody(C target) throws FrameRefusedException {
        int count = findRows(answer);
        if (count == 0) {
            handler.ignored("empty", target);
        }
        for (int i = 0; i < count; i++) {
            row.read(rowsAt[i]);
            readRow(target);
        }
    }

    /** A body does not say what was asked for; its rows show it. */
    private void readRow(C target) throws FrameRefusedException {
        if (row.has(Row.OPEN_INTEREST_CONTRACTS)) {
            handler.row(Channel.OPEN_INTEREST, row, row, target);
        } else if (row.has(Row.MARK_PRICE)) {
            handler.row(Channel.MARK_PRICE, row, row, target);
        } else if (row.has(Row.REALIZED_RATE)) {
            handler.settledFunding(row, target);
        } else if (row.has(Row.FUNDING_RATE)) {
            handler.row(Channel.FUNDING, row, row, target);
        } else if (row.has(Row.DETAILS)) {
            handler.row(Channel.LIQUIDATIONS, row, row, target);
        } else if (row.has(Row.BID_PRICE)) {
            handler.row(Channel.TICKERS, row, row, target);
        } else {
            handler.ignored(row.has(Row.TRADE_ID) ? "restTrades" : "restBody", target);
        }
    }
}
