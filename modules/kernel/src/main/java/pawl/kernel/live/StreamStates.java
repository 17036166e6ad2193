package pawl.kernel.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.HearingFrame;

/**
 * How far each stream can be trusted: what the transport says of it, and over that, while something it missed is being fetched, BACKFILL
 * or GAP_FILL. Each change is given to the engine as a frame. On the engine's thread.
 */
final class StreamStates {
    private static final class Entry {
        private final LiveStream stream;
        private FeedState heard;
        private FeedState told;
        private int openRepairs;
        private boolean isFirstRepair;

        Entry(LiveStream stream, FeedState state, boolean isFirstRepair) {
            this.stream = stream;
            this.isFirstRepair = isFirstRepair;
            heard = state;
            told = state;
        }

        FeedState effective() {
            if (heard != FeedState.SYNCHRONIZED || openRepairs == 0) {
                return heard;
            }
            return isFirstRepair ? FeedState.BACKFILL : FeedState.GAP_FILL;
        }
    }

    /** What carries the same events of the same instrument, whatever a build of the venue's plugin calls it. */
    private record Content(int venueIndex, String symbol, EventKind kind) {
        static Content of(LiveStream stream) {
            return new Content(
                    stream.venue().index(),
                    stream.instrument().symbol(),
                    stream.stream().kind());
        }
    }

    private final TreeMap<Integer, Entry> entries = new TreeMap<>();
    private final Map<Content, FeedState> toldOfEnded = new HashMap<>();
    private final HearingGiver giver;
    private final LiveListener listener;

    /** @param resumes whether the first thing missed is what happened while no engine ran */
    StreamStates(LivePlan plan, boolean resumes, HearingGiver giver, LiveListener listener) {
        this.giver = giver;
        this.listener = listener;
        for (List<LiveStream> streams : plan.streams()) {
            streams.forEach(stream -> entries.put(stream.position(), new Entry(stream, FeedState.UNKNOWN, resumes)));
        }
    }

    /** A venue's streams are heard no more. */
    void end(int venueIndex, long timeMs, String reason) throws PawlException {
        for (Entry entry : entries.values()) {
            if (entry.stream.venue().index() == venueIndex) {
                entry.heard = FeedState.STALE;
                tell(entry, FeedCause.ADAPTER_CHANGED, timeMs, reason);
            }
        }
    }

    /** After they have ended, other streams of the venue are heard. One that goes on with what another carried begins in its state. */
    void replace(int venueIndex, List<LiveStream> next) {
        entries.values().removeIf(entry -> {
            boolean isOfVenue = entry.stream.venue().index() == venueIndex;
            if (isOfVenue) {
                toldOfEnded.put(Content.of(entry.stream), entry.told);
            }
            return isOfVenue;
        });
        for (LiveStream stream : next) {
            FeedState before = toldOfEnded.getOrDefault(Content.of(stream), FeedState.UNKNOWN);
            entries.put(stream.position(), new Entry(stream, before, false));
        }
    }

    /** @param position among all streams of all venues */
    LiveStream stream(int position) {
        return entry(position).stream;
    }

    private Entry entry(int position) {
        Entry entry = entries.get(position);
        if (entry == null) {
            throw new IllegalStateException("there is no stream at position " + position);
        }
        return entry;
    }

    int count() {
        return entries.size();
    }

    int countOf(FeedState state) {
        int count = 0;
        for (Entry entry : entries.values()) {
            count += entry.told == state ? 1 : 0;
        }
        return count;
    }

    FeedState told(int position) {
        return entry(position).told;
    }

    /** The transport says so. */
    void heard(int position, FeedState state, FeedCause cause, long timeMs, String reason) throws PawlException {
        Entry entry = entry(position);
        entry.heard = state;
        tell(entry, cause, timeMs, reason);
    }

    void repairBegins(int position, long timeMs, String reason) throws PawlException {
        Entry entry = entry(position);
        entry.openRepairs++;
        tell(entry, FeedCause.GAP_FOUND, timeMs, reason);
    }

    /** Always told, since it says what became of a gap. */
    void repairEnds(int position, FeedCause cause, long timeMs, String reason) throws PawlException {
        Entry entry = entry(position);
        entry.openRepairs--;
        FeedState before = entry.told;
        entry.told = entry.effective();
        entry.isFirstRepair &= entry.openRepairs > 0;
        give(entry, before, cause, timeMs, reason);
    }

    /** What was missed cannot even be asked for. */
    void notRepairable(int position, long timeMs, String reason) throws PawlException {
        Entry entry = entry(position);
        give(entry, entry.told, FeedCause.GAP_UNREPAIRED, timeMs, reason);
    }

    /** Nobody listens any more. */
    void stopped(long timeMs) throws PawlException {
        for (Entry entry : entries.values()) {
            entry.heard = FeedState.UNKNOWN;
            tell(entry, FeedCause.STOPPED, timeMs, "the run ends");
        }
    }

    private void tell(Entry entry, FeedCause cause, long timeMs, String reason) throws PawlException {
        FeedState before = entry.told;
        entry.told = entry.effective();
        if (entry.told != before) {
            give(entry, before, cause, timeMs, reason);
        }
    }

    private void give(Entry entry, FeedState before, FeedCause cause, long timeMs, String reason) throws PawlException {
        LiveStream stream = entry.stream;
        giver.give(
                stream.venue(),
                HearingFrame.state(
                        timeMs,
                        stream.instrument().symbol(),
                        stream.stream().kind(),
                        stream.stream().isSampled(),
                        before,
                        entry.told,
                        cause));
        listener.stream(
                timeMs, stream.venue().name(), stream.stream().name(), before.name(), entry.told.name(), reason);
    }
}
