package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.token.Instrument;

/** One venue's {@link HearingFrame}s on their way into the queues of the tokens that they are about. They are rare, and may allocate. */
final class HearingDecoder {
    private final int venueIndex;
    private final Map<String, TokenLane> laneOfSymbol = new HashMap<>();
    private final Set<TokenLane> lanes = new LinkedHashSet<>();

    HearingDecoder(int venueIndex, List<Instrument> instruments, TokenLane[] allLanes) {
        this.venueIndex = venueIndex;
        for (Instrument instrument : instruments) {
            TokenLane lane = allLanes[instrument.token().index()];
            laneOfSymbol.put(instrument.symbol(), lane);
            lanes.add(lane);
        }
    }

    void decode(byte[] bytes, int offset, int length) throws FrameRefusedException {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        String[] words = text.split(" ", -1);
        try {
            switch (words[0]) {
                case HearingFrame.ALIVE -> whole(words, 2, 1);
                case HearingFrame.STATE -> state(words);
                case HearingFrame.COUNT -> count(words);
                case HearingFrame.CLOCK -> ofVenue(EventKind.CLOCK_STEP, words);
                case HearingFrame.HELD -> ofVenue(EventKind.BACK_PRESSURE, words);
                default -> throw new IllegalArgumentException("it begins with no known word");
            }
        } catch (IllegalArgumentException e) {
            throw new FrameRefusedException(
                    Reason.BAD_VALUE, 0, "a frame of the hearing cannot be read: " + e.getMessage() + ": " + text);
        }
    }

    private void state(String[] words) {
        long timeMs = whole(words, 8, 1);
        TokenLane lane = lane(words[2]);
        EventKind stream = EventKind.valueOf(words[3]);
        int flags = flags(words[4]);
        long from = FeedState.valueOf(words[5]).code();
        long to = FeedState.valueOf(words[6]).code();
        long cause = FeedCause.valueOf(words[7]).code();
        lane.queue().arrived().add(EventKind.FEED_STATE, venueIndex, flags, timeMs, 0, stream.code(), from, to, cause);
    }

    private void count(String[] words) {
        long timeMs = whole(words, 8, 1);
        TokenLane lane = lane(words[2]);
        EventKind stream = EventKind.valueOf(words[3]);
        int flags = flags(words[4]);
        long frames = whole(words, 8, 5);
        long connects = whole(words, 8, 6);
        long breaks = whole(words, 8, 7);
        lane.queue()
                .arrived()
                .add(EventKind.FEED_COUNT, venueIndex, flags, timeMs, 0, stream.code(), frames, connects, breaks);
    }

    private void ofVenue(EventKind kind, String[] words) {
        long timeMs = whole(words, 4, 1);
        long first = whole(words, 4, 2);
        long second = whole(words, 4, 3);
        for (TokenLane lane : lanes) {
            lane.queue().arrived().add(kind, venueIndex, 0, timeMs, 0, first, second, 0, 0);
        }
    }

    private TokenLane lane(String symbol) {
        TokenLane lane = laneOfSymbol.get(symbol);
        if (lane == null) {
            throw new IllegalArgumentException("no instrument " + symbol + " is configured");
        }
        return lane;
    }

    private static int flags(String word) {
        return switch (word) {
            case HearingFrame.SAMPLED -> EventFlag.SAMPLED;
            case HearingFrame.WHOLE -> 0;
            default -> throw new IllegalArgumentException(word + " is neither sampled nor whole");
        };
    }

    /** Checks the number of words on the way. */
    private static long whole(String[] words, int count, int position) {
        if (words.length != count) {
            throw new IllegalArgumentException("it has " + words.length + " words, not " + count);
        }
        return Long.parseLong(words[position]);
    }
}
