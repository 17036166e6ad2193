package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.token.Instrument;
import pawl.kernel.contract.PawlException;

/**
 * One venue's {@link HearingFrame}s on their way into the queues of the tokens that they are about. They are rare, and may allocate.
 * While the venue's adapter is not asked, what they tell of streams is remembered and not logged.
 */
final class HearingDecoder {
    private static final int MOST_SHOWN = 400;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** What happens when a frame says that another adapter takes over. */
    interface AdapterChanges {
        void change(long timeMs, Optional<String> sha256) throws PawlException;
    }

    private final int venueIndex;
    private final VenueAdapter adapter;
    private final AdapterChanges changes;
    private final Map<String, TokenLane> laneOfSymbol = new HashMap<>();
    private final Set<TokenLane> lanes = new LinkedHashSet<>();

    HearingDecoder(
            int venueIndex,
            List<Instrument> instruments,
            TokenLane[] allLanes,
            VenueAdapter adapter,
            AdapterChanges changes) {
        this.venueIndex = venueIndex;
        this.adapter = adapter;
        this.changes = changes;
        for (Instrument instrument : instruments) {
            TokenLane lane = allLanes[instrument.token().index()];
            laneOfSymbol.put(instrument.symbol(), lane);
            lanes.add(lane);
        }
    }

    /** False where what it says of a stream was not logged. */
    boolean decode(byte[] bytes, int offset, int length) throws FrameRefusedException, PawlException {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        String[] words = text.split(" ", -1);
        try {
            switch (words[0]) {
                case HearingFrame.ALIVE -> timeMs(words, 2);
                case HearingFrame.STATE -> {
                    return state(words);
                }
                case HearingFrame.COUNT -> {
                    return count(words);
                }
                case HearingFrame.CLOCK -> clock(words);
                case HearingFrame.HELD -> held(words);
                case HearingFrame.ADAPTER -> adapter(words);
                default -> throw new IllegalArgumentException("it begins with no known word");
            }
            return true;
        } catch (IllegalArgumentException e) {
            String message = "a frame of the hearing cannot be read: " + e.getMessage() + ": " + text;
            throw new FrameRefusedException(
                    Reason.BAD_VALUE,
                    0,
                    message.length() > MOST_SHOWN ? message.substring(0, MOST_SHOWN) + "…" : message);
        }
    }

    private boolean state(String[] words) {
        long timeMs = timeMs(words, 8);
        TokenLane lane = lane(words[2]);
        EventKind stream = stream(words[3]);
        int flags = flags(words[4]);
        long from = named(FeedState.values(), words[5], "state of a feed").code();
        FeedState to = named(FeedState.values(), words[6], "state of a feed");
        long cause =
                named(FeedCause.values(), words[7], "cause of a feed's state").code();
        lane.streams().heard(venueIndex, stream, to, flags != 0, adapter.isAsked());
        if (adapter.isAsked()) {
            lane.queue()
                    .arrived()
                    .add(EventKind.FEED_STATE, venueIndex, flags, timeMs, 0, stream.code(), from, to.code(), cause);
        }
        return adapter.isAsked();
    }

    private boolean count(String[] words) {
        long timeMs = timeMs(words, 8);
        TokenLane lane = lane(words[2]);
        EventKind stream = stream(words[3]);
        int flags = flags(words[4]);
        long frames = count(words[5]);
        long connects = count(words[6]);
        long breaks = count(words[7]);
        if (adapter.isAsked()) {
            lane.queue()
                    .arrived()
                    .add(EventKind.FEED_COUNT, venueIndex, flags, timeMs, 0, stream.code(), frames, connects, breaks);
        }
        return adapter.isAsked();
    }

    private void clock(String[] words) {
        ofVenue(EventKind.CLOCK_STEP, timeMs(words, 4), whole(words[2]), count(words[3]));
    }

    private void held(String[] words) {
        ofVenue(EventKind.BACK_PRESSURE, timeMs(words, 4), count(words[2]), count(words[3]));
    }

    private void adapter(String[] words) throws PawlException {
        long timeMs = timeMs(words, 3);
        if (words[2].equals(HearingFrame.NO_ADAPTER)) {
            changes.change(timeMs, Optional.empty());
        } else if (SHA256.matcher(words[2]).matches()) {
            changes.change(timeMs, Optional.of(words[2]));
        } else {
            throw new IllegalArgumentException("\"" + words[2] + "\" is not 64 hexadecimal digits");
        }
    }

    private void ofVenue(EventKind kind, long timeMs, long first, long second) {
        for (TokenLane lane : lanes) {
            lane.queue().arrived().add(kind, venueIndex, 0, timeMs, 0, first, second, 0, 0);
        }
    }

    private TokenLane lane(String symbol) {
        TokenLane lane = laneOfSymbol.get(symbol);
        if (lane == null) {
            throw new IllegalArgumentException("no instrument \"" + symbol + "\" is configured");
        }
        return lane;
    }

    private static int flags(String word) {
        return switch (word) {
            case HearingFrame.SAMPLED -> EventFlag.SAMPLED;
            case HearingFrame.WHOLE -> 0;
            default -> throw new IllegalArgumentException("\"" + word + "\" is neither sampled nor whole");
        };
    }

    /** Checks the number of words on the way. */
    private static long timeMs(String[] words, int wordCount) {
        if (words.length != wordCount) {
            throw new IllegalArgumentException("it has " + words.length + " words, not " + wordCount);
        }
        return count(words[1]);
    }

    private static long count(String word) {
        long count = whole(word);
        if (count < 0) {
            throw new IllegalArgumentException(word + " is below 0");
        }
        return count;
    }

    private static long whole(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + word + "\" is no whole number", e);
        }
    }

    private static EventKind stream(String word) {
        EventKind kind = named(EventKind.values(), word, "kind of event");
        if (kind == EventKind.GAP || kind.isOfHearing()) {
            throw new IllegalArgumentException("no stream carries " + kind);
        }
        return kind;
    }

    private static <E extends Enum<E>> E named(E[] values, String word, String what) {
        for (E value : values) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("\"" + word + "\" is no " + what);
    }
}
