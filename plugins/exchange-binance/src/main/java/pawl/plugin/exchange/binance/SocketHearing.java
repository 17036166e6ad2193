package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;
import pawl.json.MemberWalk;
import pawl.json.Members;
import pawl.json.NameTable;

/** Recognises the frames of a combined stream's socket. Keeps nothing between frames. */
final class SocketHearing {
    private static final byte[] ENVELOPE = ascii("{\"stream\":\"");
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] DATA = ascii("data");
    private static final byte[] RESULT = ascii("result");
    private static final byte[] CODE = ascii("code");
    private static final byte[] ERROR = ascii("error");
    private static final byte[] ID = ascii("id");
    private static final byte[] KIND = ascii("e");
    private static final byte[] NULL = ascii("null");
    /** Documented for the venue's spot streams; here it costs nothing to know it. */
    private static final byte[] SHUTDOWN = ascii("\"serverShutdown\"");

    private static final int HAS_STREAM = 1;
    private static final int HAS_RESULT = 2;
    private static final int HAS_FAULT = 4;
    private static final int HAS_SHUTDOWN = 8;

    private final NameTable streams;
    private final MemberWalk members = new MemberWalk();
    private final MemberWalk payload = new MemberWalk();

    /** @param names of the streams, each at its number */
    SocketHearing(List<String> names) {
        streams = new NameTable(names);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        int end = offset + length;
        if (Members.startsWith(ENVELOPE, bytes, offset, end)) {
            int from = offset + ENVELOPE.length;
            int stream = streams.find(bytes, from, Members.closingQuote(bytes, from, end) - from);
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
            if (meaning == HAS_STREAM) {
                stream = members.find(streams);
            } else if (members.isNamed(ID)) {
                requestId = members.whole();
            }
        }
        if (members.isWhole()) {
            say(found, stream, requestId, hearing);
        }
    }

    /** What a member says of the frame, by its name and its value; 0 if nothing. */
    private int meaning() {
        if (members.isNamed(STREAM)) {
            return members.isText() ? HAS_STREAM : 0;
        }
        if (members.isNamed(RESULT)) {
            return HAS_RESULT;
        }
        if (members.isNamed(CODE) || members.isNamed(ERROR)) {
            return members.startsWith(NULL) ? 0 : HAS_FAULT;
        }
        if (members.isNamed(KIND)) {
            return members.startsWith(SHUTDOWN) ? HAS_SHUTDOWN : 0;
        }
        return members.isNamed(DATA) && isShutdown() ? HAS_SHUTDOWN : 0;
    }

    /** Whether an envelope's payload starts with that kind. */
    private boolean isShutdown() {
        members.open(payload);
        return payload.next() && payload.isNamed(KIND) && payload.startsWith(SHUTDOWN);
    }

    private static void say(int found, int stream, long requestId, FeedHearing hearing) {
        if ((found & HAS_SHUTDOWN) != 0) {
            hearing.closingSoon();
        } else if ((found & HAS_FAULT) != 0) {
            hearing.refused(requestId);
        } else if ((found & HAS_RESULT) != 0) {
            hearing.acknowledged(requestId);
        } else if ((found & HAS_STREAM) != 0) {
            hearing.data(stream);
        }
    }
}
