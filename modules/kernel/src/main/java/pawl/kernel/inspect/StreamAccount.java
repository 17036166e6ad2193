package pawl.kernel.inspect;

import java.util.SortedMap;
import java.util.TreeMap;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.token.Ticks;
import pawl.kernel.contract.FeedReport;
import pawl.storage.RecordView;

/** Adds up what a token's logs say of one stream. Its state goes on from day to day, its counts begin anew. */
final class StreamAccount {
    private static final long NO_TIME = Long.MIN_VALUE;

    private final EventKind kind;
    private final SortedMap<String, Long> msInState = new TreeMap<>();
    private FeedState state = FeedState.UNKNOWN;
    private long sinceMs = NO_TIME;
    private boolean isUnsure;
    private long runEndMs = NO_TIME;
    private boolean isSampled;
    private long frames;
    private long connects;
    private long breaks;
    private long lastFrames;
    private long lastConnects;
    private long lastBreaks;
    private long logged;
    private long backfilled;
    private long gaps;
    private long missingIds;
    private long unrepaired;

    StreamAccount(EventKind kind) {
        this.kind = kind;
    }

    void beginDay(long epochDay) {
        if (sinceMs != NO_TIME) {
            sinceMs = Ticks.startMs(Ticks.firstOfDay(epochDay));
        }
        msInState.clear();
        frames = 0;
        connects = 0;
        breaks = 0;
        logged = 0;
        backfilled = 0;
        gaps = 0;
        missingIds = 0;
        unrepaired = 0;
    }

    void event(RecordView record) {
        logged++;
        backfilled += EventFlag.has(record.flags(), EventFlag.BACKFILLED) ? 1 : 0;
    }

    void gap(RecordView record) {
        gaps++;
        missingIds += record.payload(3) - record.payload(2) + 1;
    }

    void state(RecordView record) {
        isSampled = EventFlag.has(record.flags(), EventFlag.SAMPLED);
        FeedState before = FeedState.ofCode((int) record.payload(3));
        if (before == FeedState.UNKNOWN && state != FeedState.UNKNOWN) {
            forgetCounts(); // A run began, and nobody could say that the one before had ended.
        }
        if (isUnsure) {
            state = before;
            isUnsure = false;
        }
        passTo(record.payload(0));
        state = FeedState.ofCode((int) record.payload(4));
        unrepaired += record.payload(5) == FeedCause.GAP_UNREPAIRED.code() ? 1 : 0;
        if (record.payload(5) == FeedCause.STOPPED.code()) {
            runEndMs = record.payload(0);
        }
    }

    /** Nothing was heard; whether the run is still the same, the next word of the state says. */
    void outage(long firstMissingTick, long resumedTick) {
        if (sinceMs == NO_TIME) {
            return;
        }
        passTo(Ticks.startMs(firstMissingTick));
        FeedState before = state;
        state = FeedState.UNKNOWN;
        passTo(Ticks.startMs(resumedTick));
        state = before;
        isUnsure = true;
    }

    /** Counts are of a run; the last of a run may have the very time of its end, and one that is smaller is of another run. */
    void count(RecordView record) {
        isSampled = EventFlag.has(record.flags(), EventFlag.SAMPLED);
        boolean isOfNextRun = runEndMs != NO_TIME && record.payload(0) > runEndMs;
        if (isOfNextRun || record.payload(3) < lastFrames || record.payload(4) < lastConnects) {
            forgetCounts();
        }
        frames += record.payload(3) - lastFrames;
        connects += record.payload(4) - lastConnects;
        breaks += record.payload(5) - lastBreaks;
        lastFrames = record.payload(3);
        lastConnects = record.payload(4);
        lastBreaks = record.payload(5);
    }

    private void forgetCounts() {
        lastFrames = 0;
        lastConnects = 0;
        lastBreaks = 0;
        runEndMs = NO_TIME;
    }

    private void passTo(long timeMs) {
        if (sinceMs != NO_TIME && timeMs > sinceMs) {
            msInState.merge(state.name(), timeMs - sinceMs, Long::sum);
        }
        sinceMs = Math.max(sinceMs, timeMs);
    }

    /** @param lastTick of the day's logs */
    FeedReport.Stream report(String venue, String token, long lastTick) {
        if (sinceMs != NO_TIME) {
            passTo(Ticks.startMs(lastTick + 1));
        }
        return new FeedReport.Stream(
                venue,
                token,
                kind.name(),
                isSampled,
                frames,
                logged,
                backfilled,
                gaps,
                missingIds,
                unrepaired,
                connects,
                breaks,
                state.name(),
                new TreeMap<>(msInState));
    }
}
