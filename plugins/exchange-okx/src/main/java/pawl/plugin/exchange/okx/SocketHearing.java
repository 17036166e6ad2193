package pawl.plugin.exchange.okx;

import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.exchange.FeedHearing;
import pawl.json.Members;
import pawl.json.StreamTable;

/** Recognises the frames of a socket: data in its usual order here, all others in {@link AnswerHearing}. Keeps nothing between frames. */
final class SocketHearing {
    private static final byte[] MESSAGE = ascii("{\"arg\":{\"channel\":\"");
    private static final byte[] THEN_INSTRUMENT = ascii("\",\"instId\":\"");
    private static final byte[] THEN_DATA = ascii("\"},\"data\":");
    private static final byte[] PONG = ascii("pong");

    private final StreamTable streams;
    private final AnswerHearing answers;

    /** @param names of the streams, each at its number: a channel, a slash and a symbol */
    SocketHearing(List<String> names) {
        streams = new StreamTable(names);
        answers = new AnswerHearing(streams);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void hear(byte[] bytes, int offset, int length, FeedHearing hearing) {
        int end = offset + length;
        if (Members.startsWith(MESSAGE, bytes, offset, end)) {
            int channelFrom = offset + MESSAGE.length;
            int channelTo = Members.closingQuote(bytes, channelFrom, end);
            if (Members.startsWith(THEN_INSTRUMENT, bytes, channelTo, end)) {
                int symbolFrom = channelTo + THEN_INSTRUMENT.length;
                int symbolTo = Members.closingQuote(bytes, symbolFrom, end);
                if (Members.startsWith(THEN_DATA, bytes, symbolTo, end)) {
                    int channel = streams.channels().find(bytes, channelFrom, channelTo - channelFrom);
                    int symbol = streams.symbols().find(bytes, symbolFrom, symbolTo - symbolFrom);
                    hearing.data(streams.number(channel, symbol));
                    return;
                }
            }
        }
        if (Members.is(PONG, bytes, offset, end)) {
            hearing.pong();
        } else {
            answers.hear(bytes, offset, end, hearing);
        }
    }
}
