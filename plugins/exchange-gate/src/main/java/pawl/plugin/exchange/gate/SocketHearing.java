package pawl.plugin.exchange.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;
import pawl.json.MemberWalk;
import pawl.json.Members;
import pawl.json.NameTable;
import pawl.json.StreamTable;

/**
 * Recognises the frames of a socket by their members. A message of several contracts is data of the first that has a stream. Keeps
 * nothing between frames.
 */
final class SocketHearing {
    private static final byte[] CHANNEL = ascii("channel");
    private static final byte[] EVENT = ascii("event");
    private static final byte[] RESULT = ascii("result");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] ID = ascii("id");
    private static final byte[] TYPE = ascii("type");
    private static final byte[] CONTRACT = ascii("contract");
    private static final byte[] SYMBOL = ascii("s");
    private static final byte[] UPDATE = ascii("\"update\"");
    private static final byte[] SUBSCRIBE = ascii("\"subscribe\"");
    private static final byte[] PONG = ascii("\"futures.pong\"");
    private static final byte[] NULL = ascii("null");
    /** The venue will close the connection for an upgrade of its own. */
    private static final byte[] UPGRADE = ascii("\"upgrade\"");

    private static final int IS_UPDATE = 1;
    private static final int IS_ANSWER = 2;
    private static final int IS_FAULT = 4;
    private static final int IS_PONG = 8;
    private static final int IS_UPGRADE = 16;
    private static final int HAS_CHANNEL = 32;

    private final StreamTable streams;
    private final MemberWalk frame = new MemberWalk();
    private final MemberWalk row = new MemberWalk();

    /** @param names of the streams, each at its number: a channel, a slash and a contract */
    SocketHearing(List<String> names) {
        streams = new StreamTable(names);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        int end = offset + length;
        int found = 0;
        long requestId = -1;
        int channel = NameTable.ABSENT;
        int resultFrom = -1;
        frame.open(bytes, offset, length);
        while (frame.next()) {
            if (frame.isNamed(CHANNEL)) {
                channel = frame.find(streams.channels());
                found |= HAS_CHANNEL | (frame.startsWith(PONG) ? IS_PONG : 0);
            } else if (frame.isNamed(EVENT)) {
                found |= event();
            } else if (frame.isNamed(RESULT)) {
                resultFrom = frame.from();
                found |= isUpgrade() ? IS_UPGRADE : 0;
            } else if (frame.isNamed(ERROR)) {
                found |= frame.startsWith(NULL) ? 0 : IS_FAULT;
            } else if (frame.isNamed(ID)) {
                requestId = frame.whole();
            } else if (frame.isNamed(TYPE)) {
                found |= frame.startsWith(UPGRADE) ? IS_UPGRADE : 0;
            }
        }
        if (!frame.isWhole()) {
            return;
        }
        boolean isData = found == (IS_UPDATE | HAS_CHANNEL) && resultFrom >= 0;
        if (isData) {
            hearing.data(channel == NameTable.ABSENT ? -1 : stream(channel, bytes, resultFrom, end));
        } else {
            say(found, requestId, hearing);
        }
    }

    private int event() {
        if (frame.startsWith(UPDATE)) {
            return IS_UPDATE;
        }
        return frame.startsWith(SUBSCRIBE) ? IS_ANSWER : 0;
    }

    /** Whether the frame's current member is an object that tells of an upgrade. */
    private boolean isUpgrade() {
        frame.open(row);
        while (row.next()) {
            if (row.isNamed(TYPE)) {
                return row.startsWith(UPGRADE);
            }
        }
        return false;
    }

    private static void say(int found, long requestId, FeedHearing hearing) {
        if ((found & IS_UPGRADE) != 0) {
            hearing.closingSoon();
        } else if ((found & IS_FAULT) != 0) {
            hearing.refused(requestId);
        } else if ((found & IS_ANSWER) != 0) {
            hearing.acknowledged(requestId);
        } else if ((found & IS_PONG) != 0) {
            hearing.pong();
        }
    }

    /** The stream of a result, which is a row or an array of them. */
    private int stream(int channel, byte[] bytes, int resultFrom, int end) {
        boolean isArray = Members.isAt(bytes, resultFrom, end, '[');
        int at = isArray ? Members.skipBlanks(bytes, resultFrom + 1, end) : resultFrom;
        while (true) {
            row.open(bytes, at, end - at);
            int stream = streams.number(channel, symbol());
            at = Members.skipBlanks(bytes, Members.valueEnd(bytes, at, end), end);
            if (stream >= 0 || !isArray || !Members.isAt(bytes, at, end, ',')) {
                return stream;
            }
            at = Members.skipBlanks(bytes, at + 1, end);
        }
    }

    private int symbol() {
        while (row.next()) {
            if (row.isNamed(CONTRACT) || row.isNamed(SYMBOL)) {
                return row.find(streams.symbols());
            }
        }
        return NameTable.ABSENT;
    }
}
