package pawl.plugin.exchange.bybit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;
import pawl.json.MemberWalk;
import pawl.json.Members;
import pawl.json.NameTable;

/** Recognises the frames of a socket. Keeps nothing between frames. */
final class SocketHearing {
    private static final byte[] TOPIC_FIRST = ascii("{\"topic\":\"");
    private static final byte[] TOPIC = ascii("topic");
    private static final byte[] OP = ascii("op");
    private static final byte[] REQUEST_ID = ascii("req_id");
    private static final byte[] SUCCESS = ascii("success");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] PING = ascii("\"ping\"");
    private static final byte[] PONG = ascii("\"pong\"");
    private static final byte[] SUBSCRIBE = ascii("\"subscribe\"");

    private static final int HAS_TOPIC = 1;
    private static final int HAS_PONG = 2;
    private static final int HAS_SUBSCRIBE = 4;
    private static final int HAS_FAULT = 8;

    private final NameTable topics;
    private final MemberWalk members = new MemberWalk();

    /** @param names of the streams, each at its number */
    SocketHearing(List<String> names) {
        topics = new NameTable(names);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        int end = offset + length;
        if (Members.startsWith(TOPIC_FIRST, bytes, offset, end)) {
            int from = offset + TOPIC_FIRST.length;
            int stream = topics.find(bytes, from, Members.closingQuote(bytes, from, end) - from);
            if (stream != NameTable.ABSENT) {
                hearing.data(stream);
                return;
            }
        }
        members.open(bytes, offset, length);
        hearMembers(hearing);
    }

    /** Anything but data in its usual order: rare, so it is walked member by member. */
    private void hearMembers(FeedHearing hearing) {
        int found = 0;
        int stream = NameTable.ABSENT;
        long requestId = -1;
        while (members.next()) {
            int meaning = meaning();
            found |= meaning;
            if (meaning == HAS_TOPIC) {
                stream = members.find(topics);
            } else if (members.isNamed(REQUEST_ID)) {
                requestId = members.whole();
            }
        }
        if (members.isWhole()) {
            say(found, stream, requestId, hearing);
        }
    }

    /** What a member says of the frame, by its name and its value; 0 if nothing. */
    private int meaning() {
        if (members.isNamed(TOPIC)) {
            return members.isText() ? HAS_TOPIC : 0;
        }
        if (members.isNamed(SUCCESS)) {
            return members.startsWith(FALSE) ? HAS_FAULT : 0;
        }
        if (!members.isNamed(OP)) {
            return 0;
        }
        // A pong says that it is one, or names the op that it answers; the linear topics' does the latter.
        if (members.startsWith(PING) || members.startsWith(PONG)) {
            return HAS_PONG;
        }
        return members.startsWith(SUBSCRIBE) ? HAS_SUBSCRIBE : 0;
    }

    private static void say(int found, int stream, long requestId, FeedHearing hearing) {
        if ((found & HAS_FAULT) != 0) {
            hearing.refused(requestId);
        } else if ((found & HAS_PONG) != 0) {
            hearing.pong();
        } else if ((found & HAS_SUBSCRIBE) != 0) {
            hearing.acknowledged(requestId);
        } else if ((found & HAS_TOPIC) != 0) {
            hearing.data(stream);
        }
    }
}
