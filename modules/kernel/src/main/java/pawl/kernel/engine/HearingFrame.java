package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;

/**
 * What the hearing itself has to tell, as a frame: one line of words parted by blanks, of which the first says what it is and the second
 * when, in milliseconds since the epoch by the engine's time. {@code docs/capture-format.md} has them all.
 */
public final class HearingFrame {
    /** Follows a venue's name and a slash in the name of the feed that such frames come from. */
    public static final String FEED = "pawl-hearing";

    static final String ALIVE = "alive";
    static final String STATE = "state";
    static final String COUNT = "count";
    static final String CLOCK = "clock";
    static final String HELD = "held";
    static final String ADAPTER = "adapter";
    static final String NO_ADAPTER = "0".repeat(64);
    static final String SAMPLED = "sampled";
    static final String WHOLE = "whole";

    private HearingFrame() {}

    /** Whether a feed of that name has such frames. */
    public static boolean isFeed(String feed) {
        return feed.endsWith("/" + FEED);
    }

    /** Nothing was heard for a while, and the engine ran. */
    public static byte[] alive(long timeMs) {
        return bytes(ALIVE + " " + timeMs);
    }

    /** A stream has another state. */
    public static byte[] state(
            long timeMs,
            String symbol,
            EventKind stream,
            boolean isSampled,
            FeedState from,
            FeedState to,
            FeedCause cause) {
        return bytes(String.join(
                " ",
                STATE,
                Long.toString(timeMs),
                symbol,
                stream.name(),
                isSampled ? SAMPLED : WHOLE,
                from.name(),
                to.name(),
                cause.name()));
    }

    /** What a stream has delivered since the run began. */
    public static byte[] count(
            long timeMs, String symbol, EventKind stream, boolean isSampled, long frames, long connects, long breaks) {
        return bytes(String.join(
                " ",
                COUNT,
                Long.toString(timeMs),
                symbol,
                stream.name(),
                isSampled ? SAMPLED : WHOLE,
                Long.toString(frames),
                Long.toString(connects),
                Long.toString(breaks)));
    }

    /** The host's clock was set. */
    public static byte[] clock(long timeMs, long stepMs, long aheadMs) {
        return bytes(CLOCK + " " + timeMs + " " + stepMs + " " + aheadMs);
    }

    /** For a time nothing was read. */
    public static byte[] held(long timeMs, long heldMs, long mostQueuedBytes) {
        return bytes(HELD + " " + timeMs + " " + heldMs + " " + mostQueuedBytes);
    }

    /**
     * From here on another build of the venue's adapter decodes its frames, or none.
     *
     * @param sha256 of the plugin's files, as the headers of logs name it; empty where the adapter is taken away
     */
    public static byte[] adapter(long timeMs, Optional<String> sha256) {
        return bytes(ADAPTER + " " + timeMs + " " + sha256.orElse(NO_ADAPTER));
    }

    /** Whether a frame of such a feed is {@link #adapter}. */
    public static boolean isAdapterChange(byte[] bytes, int offset, int length) {
        byte[] word = bytes(ADAPTER + " ");
        return length > word.length && Arrays.equals(bytes, offset, offset + word.length, word, 0, word.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
