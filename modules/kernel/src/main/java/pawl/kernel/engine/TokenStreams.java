package pawl.kernel.engine;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.plugin.StateBlock;
import pawl.storage.EngineLog;

/**
 * A token's streams: for each venue a word of its block with a byte for each stream heard of, which says the state that was logged last,
 * the one that the hearing told last, and whether the venue publishes a sample only. The two differ while the venue's adapter is not
 * asked: then every stream counts as stale, whatever comes.
 */
final class TokenStreams {
    private static final int STREAMS = EventKind.FUNDING.code();
    private static final int STREAM_BITS = 8;
    private static final int STATE_BITS = 3;
    private static final int STATE_MASK = (1 << STATE_BITS) - 1;
    private static final int STREAM_WORD = 2;
    private static final int STATE_WORD = 4;
    private static final int CAUSE_WORD = 5;
    private static final int SAMPLED_BIT = 1 << (2 * STATE_BITS);

    private final StateBlock block;
    private final long[] logged;
    private final boolean[] isGiven;
    private boolean isRunAgain;

    /** @param block a word for each venue */
    TokenStreams(StateBlock block) {
        this.block = block;
        logged = new long[block.length()];
        isGiven = new boolean[block.length()];
    }

    /** Takes up what the block holds. */
    void begin() {
        for (int venue = 0; venue < logged.length; venue++) {
            logged[venue] = block.getLong(venue);
        }
    }

    /** From now on no frame tells of streams, but the logged events, and {@link #give}. */
    void runAgain() {
        isRunAgain = true;
    }

    /** What a log says of a venue's streams at the end of the tick that is to run; false where there is no such venue. */
    boolean give(int venue, long word) {
        if (venue >= logged.length) {
            return false;
        }
        block.setLong(venue, word);
        isGiven[venue] = true;
        return true;
    }

    /** Ends the tick: what its events do not say of the streams is logged, so that the log says all of it. */
    void settle(int token, long tick, EventBatch flushed, EngineLog log) {
        for (int event = 0; event < flushed.size(); event++) {
            takeUp(flushed, event);
        }
        for (int venue = 0; venue < logged.length; venue++) {
            if (isRunAgain && !isGiven[venue]) {
                block.setLong(venue, logged[venue]);
            }
            isGiven[venue] = false;
            if (block.getLong(venue) != logged[venue]) {
                logged[venue] = block.getLong(venue);
                log.streamStates(token, tick, venue, logged[venue]);
            }
        }
    }

    /** What a reader of the log takes an event to say. */
    private void takeUp(EventBatch events, int event) {
        EventKind kind = events.kind(event);
        int venue = events.venueIndex(event);
        if (kind == EventKind.FEED_STATE) {
            takeUpState(events, event, venue);
        } else if (kind.code() <= STREAMS && ((logged[venue] >>> shift(kind.code())) & 0xff) == 0) {
            long unknown = FeedState.UNKNOWN.code();
            logged[venue] |= (unknown | (unknown << STATE_BITS)) << shift(kind.code());
        }
    }

    private void takeUpState(EventBatch events, int event, int venue) {
        int stream = (int) events.payload(event, STREAM_WORD);
        long state = events.payload(event, STATE_WORD);
        long cause = events.payload(event, CAUSE_WORD);
        boolean isOfAdapter = cause == FeedCause.ADAPTER_FAILED.code() || cause == FeedCause.ADAPTER_CHANGED.code();
        long before = (logged[venue] >>> shift(stream)) & 0xff;
        long sampled = events.has(event, EventFlag.SAMPLED) ? SAMPLED_BIT : 0;
        long heard = isOfAdapter ? before & ((long) STATE_MASK << STATE_BITS) : state << STATE_BITS;
        long others = logged[venue] & ~(0xffL << shift(stream));
        logged[venue] = others | ((state | heard | sampled) << shift(stream));
    }

    private int get(int venue, int stream) {
        return (int) (block.getLong(venue) >>> shift(stream)) & 0xff;
    }

    private void set(int venue, int stream, int logged, int heard, boolean isSampled) {
        long value = logged | heard << STATE_BITS | (isSampled ? SAMPLED_BIT : 0);
        long others = block.getLong(venue) & ~(0xffL << shift(stream));
        block.setLong(venue, others | value << shift(stream));
    }

    private static int shift(int stream) {
        return (stream - 1) * STREAM_BITS;
    }

    /** An event of the stream came; one that nobody told of is known from then on. */
    void seen(int venue, EventKind stream) {
        if (get(venue, stream.code()) == 0) {
            int unknown = FeedState.UNKNOWN.code();
            set(venue, stream.code(), unknown, unknown, false);
        }
    }

    /** @param isLogged false while the venue's adapter is not asked */
    void heard(int venue, EventKind stream, FeedState state, boolean isSampled, boolean isLogged) {
        int before = get(venue, stream.code()) & STATE_MASK;
        int logged = isLogged ? state.code() : before == 0 ? FeedState.STALE.code() : before;
        set(venue, stream.code(), logged, state.code(), isSampled);
    }

    /** The venue's adapter is asked no more: a record for each of the token's streams there. */
    void hold(int venue, long timeMs, FeedCause cause, EventBatch arrived) {
        for (int stream = 1; stream <= STREAMS; stream++) {
            if (get(venue, stream) != 0) {
                log(venue, stream, FeedState.STALE.code(), timeMs, cause, arrived);
            }
        }
    }

    /** It is asked again: the streams are what the hearing told of them meanwhile. */
    void release(int venue, long timeMs, FeedCause cause, EventBatch arrived) {
        for (int stream = 1; stream <= STREAMS; stream++) {
            int heard = get(venue, stream) >>> STATE_BITS & STATE_MASK;
            if (heard != (get(venue, stream) & STATE_MASK)) {
                log(venue, stream, heard, timeMs, cause, arrived);
            }
        }
    }

    private void log(int venue, int stream, int state, long timeMs, FeedCause cause, EventBatch arrived) {
        int known = get(venue, stream);
        boolean isSampled = (known & SAMPLED_BIT) != 0;
        int flags = isSampled ? EventFlag.SAMPLED : 0;
        int before = known & STATE_MASK;
        arrived.add(EventKind.FEED_STATE, venue, flags, timeMs, 0, stream, before, state, cause.code());
        set(venue, stream, state, known >>> STATE_BITS & STATE_MASK, isSampled);
    }
}
