package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;

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
    /** As many digits as a {@code long} always holds. */
    private static final int MOST_DIGITS = 18;

    private final NameTable streams;

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
        hearMembers(bytes, offset, end, hearing);
    }

    /** Anything but data in its usual order: rare, so it is walked member by member. */
    private void hearMembers(byte[] bytes, int offset, int end, FeedHearing hearing) {
        int at = Members.skipBlanks(bytes, offset, end);
        if (!Members.isAt(bytes, at, end, '{')) {
            return;
        }
        int found = 0;
        int stream = NameTable.ABSENT;
        long requestId = -1;
        do {
            int nameFrom = Members.skipBlanks(bytes, at + 1, end) + 1;
            int nameTo = Members.closingQuote(bytes, Math.min(nameFrom, end), end);
            int colon = Members.skipBlanks(bytes, Math.min(nameTo + 1, end), end);
            if (!Members.isAt(bytes, nameFrom - 1, end, '"') || !Members.isAt(bytes, colon, end, ':')) {
                return;
            }
            int from = Members.skipBlanks(bytes, colon + 1, end);
            int to = Members.valueEnd(bytes, from, end);
            int meaning = meaning(bytes, nameFrom, nameTo, from, to);
            found |= meaning;
            if (meaning == HAS_STREAM) {
                stream = streams.find(bytes, from + 1, Members.closingQuote(bytes, from + 1, to) - from - 1);
            } else if (Members.is(ID, bytes, nameFrom, nameTo)) {
                requestId = digits(bytes, from, to);
            }
            at = Members.skipBlanks(bytes, to, end);
        } while (Members.isAt(bytes, at, end, ','));
        if (Members.isAt(bytes, at, end, '}')) {
            say(found, stream, requestId, hearing);
        }
    }

    /** What a member says of the frame, by its name and its value; 0 if nothing. */
    private static int meaning(byte[] bytes, int nameFrom, int nameTo, int from, int to) {
        if (Members.is(STREAM, bytes, nameFrom, nameTo)) {
            return Members.isAt(bytes, from, to, '"') ? HAS_STREAM : 0;
        }
        if (Members.is(RESULT, bytes, nameFrom, nameTo)) {
            return HAS_RESULT;
        }
        if (Members.is(CODE, bytes, nameFrom, nameTo) || Members.is(ERROR, bytes, nameFrom, nameTo)) {
            return Members.startsWith(NULL, bytes, from, to) ? 0 : HAS_FAULT;
        }
        if (Members.is(KIND, bytes, nameFrom, nameTo)) {
            return Members.startsWith(SHUTDOWN, bytes, from, to) ? HAS_SHUTDOWN : 0;
        }
        return Members.is(DATA, bytes, nameFrom, nameTo) && isShutdown(bytes, from, to) ? HAS_SHUTDOWN : 0;
    }

    /** Whether an envelope's payload starts with that kind. */
    private static boolean isShutdown(byte[] bytes, int from, int to) {
        int nameFrom = Members.skipBlanks(bytes, Math.min(from + 1, to), to) + 1;
        int nameTo = Members.closingQuote(bytes, Math.min(nameFrom, to), to);
        int colon = Members.skipBlanks(bytes, Math.min(nameTo + 1, to), to);
        return Members.isAt(bytes, from, to, '{')
                && Members.is(KIND, bytes, nameFrom, nameTo)
                && Members.isAt(bytes, colon, to, ':')
                && Members.startsWith(SHUTDOWN, bytes, Members.skipBlanks(bytes, colon + 1, to), to);
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

    /** The whole number that a value is; −1 where it is none, or one that no request has. */
    private static long digits(byte[] bytes, int from, int to) {
        long value = 0;
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            if (at - from == MOST_DIGITS) {
                return -1;
            }
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        return at > from && Members.skipBlanks(bytes, at, to) == to ? value : -1;
    }
}
