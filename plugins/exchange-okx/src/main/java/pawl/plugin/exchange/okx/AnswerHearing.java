package pawl.plugin.exchange.okx;

import pawl.api.exchange.FeedHearing;
import pawl.json.MemberWalk;
import pawl.json.Members;
import pawl.json.NameTable;
import pawl.json.StreamTable;

/**
 * Recognises all frames but data in its usual order: they are rare, so they are walked member by member. Liquidations are of one
 * subscription; such a frame is data of the first of its instruments that has a stream.
 */
final class AnswerHearing {
    private static final byte[] EVENT = SocketHearing.ascii("event");
    private static final byte[] ARG = SocketHearing.ascii("arg");
    private static final byte[] DATA = SocketHearing.ascii("data");
    private static final byte[] CODE = SocketHearing.ascii("code");
    private static final byte[] ID = SocketHearing.ascii("id");
    private static final byte[] CHANNEL = SocketHearing.ascii("channel");
    private static final byte[] SYMBOL = SocketHearing.ascii("instId");
    private static final byte[] SUBSCRIBE = SocketHearing.ascii("\"subscribe\"");
    private static final byte[] ERROR = SocketHearing.ascii("\"error\"");
    private static final byte[] NOTICE = SocketHearing.ascii("\"notice\"");
    /** The venue will close the connection for an upgrade of its own. */
    private static final byte[] UPGRADE = SocketHearing.ascii("\"64008\"");

    private static final int HAS_EVENT = 1;
    private static final int IS_ACKNOWLEDGED = 2;
    private static final int IS_REFUSED = 4;
    private static final int IS_NOTICE = 8;
    private static final int IS_UPGRADE = 16;
    private static final int HAS_ARG = 32;
    private static final int HAS_DATA = 64;

    private final StreamTable streams;
    private final MemberWalk frame = new MemberWalk();
    private final MemberWalk inner = new MemberWalk();

    AnswerHearing(StreamTable streams) {
        this.streams = streams;
    }

    void hear(byte[] bytes, int offset, int end, FeedHearing hearing) {
        int found = 0;
        long requestId = -1;
        int channel = NameTable.ABSENT;
        int symbol = NameTable.ABSENT;
        int dataFrom = end;
        frame.open(bytes, offset, end - offset);
        while (frame.next()) {
            if (frame.isNamed(EVENT)) {
                found |= HAS_EVENT | event();
            } else if (frame.isNamed(ID)) {
                requestId = frame.whole();
            } else if (frame.isNamed(CODE)) {
                found |= frame.startsWith(UPGRADE) ? IS_UPGRADE : 0;
            } else if (frame.isNamed(DATA)) {
                found |= HAS_DATA;
                dataFrom = frame.from();
            } else if (frame.isNamed(ARG)) {
                found |= HAS_ARG;
                channel = find(CHANNEL, streams.channels());
                symbol = find(SYMBOL, streams.symbols());
            }
        }
        if (!frame.isWhole()) {
            return;
        }
        if ((found & (HAS_EVENT | HAS_ARG | HAS_DATA)) == (HAS_ARG | HAS_DATA)) {
            int named = symbol == NameTable.ABSENT ? symbolOfRows(channel, bytes, dataFrom, end) : symbol;
            hearing.data(streams.number(channel, named));
        } else {
            say(found, requestId, hearing);
        }
    }

    private int event() {
        if (frame.startsWith(SUBSCRIBE)) {
            return IS_ACKNOWLEDGED;
        }
        if (frame.startsWith(ERROR)) {
            return IS_REFUSED;
        }
        return frame.startsWith(NOTICE) ? IS_NOTICE : 0;
    }

    private static void say(int found, long requestId, FeedHearing hearing) {
        if ((found & IS_REFUSED) != 0) {
            hearing.refused(requestId);
        } else if ((found & IS_ACKNOWLEDGED) != 0) {
            hearing.acknowledged(requestId);
        } else if ((found & (IS_NOTICE | IS_UPGRADE)) == (IS_NOTICE | IS_UPGRADE)) {
            hearing.closingSoon();
        }
    }

    /** The position of a name among those of a table that a member inside the frame's current one says. */
    private int find(byte[] name, NameTable table) {
        frame.open(inner);
        return findInside(name, table);
    }

    private int findInside(byte[] name, NameTable table) {
        while (inner.next()) {
            if (inner.isNamed(name)) {
                return inner.find(table);
            }
        }
        return NameTable.ABSENT;
    }

    /** The first symbol of an array's rows that has a stream of the channel. */
    private int symbolOfRows(int channel, byte[] bytes, int dataFrom, int end) {
        int at = dataFrom;
        do {
            at = Members.skipBlanks(bytes, at + 1, end);
            inner.open(bytes, at, end - at);
            int symbol = findInside(SYMBOL, streams.symbols());
            if (streams.number(channel, symbol) >= 0) {
                return symbol;
            }
            at = Members.skipBlanks(bytes, Members.valueEnd(bytes, at, end), end);
        } while (Members.isAt(bytes, at, end, ','));
        return NameTable.ABSENT;
    }
}
