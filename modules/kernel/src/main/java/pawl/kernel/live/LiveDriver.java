package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import pawl.api.exchange.FeedCause;
import pawl.api.exchange.FeedState;
import pawl.api.token.Ticks;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.LiveProgress;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.StopSignal;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.HearingFrame;
import pawl.transport.StateCause;
import pawl.transport.Transport;
import pawl.transport.TransportReport;

/**
 * Drives the engine's port from the queue and the clock. A frame goes into the tick of its arrival, or the one that is open where that
 * one is closed; a tick is closed when its time is over, however late this thread comes to it, and each in turn (D2).
 */
final class LiveDriver {
    private static final long LONGEST_NAP_NS = 2_000_000;
    private static final int FRAMES_BETWEEN_CLOCK_READINGS = 256;
    private static final long PROGRESS_TICKS = 10 * Ticks.TICKS_PER_SECOND;
    private static final long COUNT_TICKS = 3_600 * Ticks.TICKS_PER_SECOND;
    private static final long NANOS_PER_MS = 1_000_000;
    private static final long NO_TICK = Long.MIN_VALUE / 2;

    private final LiveSession session;
    private final Engine engine;
    private final FrameQueue queue;
    private final LiveClock clock;
    private final FrameRecorder recorder;
    private final LiveListener listener;
    private final StreamStates states;
    private final GapRepairs repairs;
    private final StepWatch steps;
    private final TickLateness lateness = new TickLateness();
    private final LongConsumer nap;
    private final long aliveTicks;
    private long lastInputTick = NO_TICK;
    private long nextProgressTick;
    private long nextCountTick;
    private long nowNs;
    private long heardNs;
    private long recordedNs;

    LiveDriver(LiveSession session, boolean resumes) {
        this(session, resumes, LockSupport::parkNanos);
    }

    /** @param nap waits for at most so many nanoseconds */
    LiveDriver(LiveSession session, boolean resumes, LongConsumer nap) {
        this.session = session;
        this.nap = nap;
        engine = session.engine();
        queue = session.queue();
        clock = session.clock();
        recorder = session.recorder();
        listener = session.listener();
        aliveTicks = Math.max(1, session.outageTicks() / 2);
        states = new StreamStates(session.plan(), resumes, this::giveHearing, listener);
        repairs = new GapRepairs(session.plan(), states, session.side(), listener);
        steps = new StepWatch(engine, session.tokens(), listener);
        engine.listenForGaps(repairs);
    }

    /** Runs until it is told to stop, or the duration is over, and then to the end of the tick that is open. */
    void run(Transport transport, StopSignal stop, long durationNs) throws PawlException {
        run(new TransportListening(transport), stop, durationNs);
    }

    void run(Listening listening, StopSignal stop, long durationNs) throws PawlException {
        nowNs = clock.readNs();
        long endNs = durationNs == Long.MAX_VALUE ? Long.MAX_VALUE : nowNs + durationNs;
        requirePresent();
        nextProgressTick = nextMultiple(PROGRESS_TICKS);
        nextCountTick = nextMultiple(COUNT_TICKS);
        while (!stop.isRequested() && nowNs < endNs) {
            turn(listening);
            if (present() > nextCountTick) {
                nextCountTick = nextMultiple(COUNT_TICKS);
                listening.reportLater(session.side()::counts);
            }
        }
        finish(listening, listening.end());
    }

    private long nextMultiple(long ticks) {
        return (Math.floorDiv(present(), ticks) + 1) * ticks;
    }

    /** A folder whose last tick is still to come was written by a clock that was ahead of this one. */
    private void requirePresent() throws PawlException {
        if (engine.openTick().isPresent() && engine.lastTick() >= present()) {
            throw new PawlException(
                    Kind.USAGE,
                    "the data folder holds tick " + engine.lastTick() + " and by this host's clock it is tick "
                            + present()
                            + " now: set the clock right, or wait for "
                            + ((engine.lastTick() - present()) / Ticks.TICKS_PER_SECOND + 1) + " s");
        }
    }

    private void turn(Fetcher fetcher) throws PawlException {
        nowNs = clock.readNs();
        boolean isAllInRing = queue.isAllInRing();
        boolean isEmpty = drain(fetcher);
        if (isEmpty && isAllInRing) {
            // What waits in the queue is of ticks that are over, too: none may be closed ahead of it.
            heardNs = Math.max(heardNs, nowNs);
            tellClockStep();
            keepAlive();
            closeThrough(present() - 1);
        }
        repairs.begin(fetcher, heardMs());
        repairs.again(fetcher, heardMs());
        if (present() > nextProgressTick) {
            nextProgressTick = nextMultiple(PROGRESS_TICKS);
            listener.progress(progress());
        }
        if (isEmpty) {
            long toBoundaryNs = Ticks.TICK_NS - Math.floorMod(clock.stampNs(), Ticks.TICK_NS);
            nap.accept(Math.min(LONGEST_NAP_NS, toBoundaryNs));
        }
    }

    private void finish(Fetcher fetcher, TransportReport heard) throws PawlException {
        session.side().ended(heard);
        boolean gotAll = false;
        while (!gotAll) {
            nowNs = clock.readNs();
            boolean isAllInRing = queue.refill();
            gotAll = drain(fetcher) && isAllInRing;
        }
        heardNs = Math.max(heardNs, nowNs);
        tellClockStep();
        repairs.stopped(heardMs());
        states.stopped(heardMs());
        long lastTick = Math.max(present(), lastInputTick);
        if (lastInputTick < lastTick) {
            // So that the silence before a run that goes on with this one begins here in a replay of both, too.
            giveHearing(session.plan().venues().getFirst(), HearingFrame.alive(heardMs()));
        }
        while (present() <= lastTick) {
            nap.accept(Math.min(LONGEST_NAP_NS, (lastTick + 1) * Ticks.TICK_NS - nowNs));
            nowNs = clock.readNs();
        }
        close(lastTick);
        engine.stop();
        recorder.end(engine.lastTick());
    }

    private void tellClockStep() throws PawlException {
        long stepMs = clock.takeStepNs() / NANOS_PER_MS;
        if (stepMs == 0) {
            return;
        }
        long aheadMs = clock.aheadNs() / NANOS_PER_MS;
        listener.notice("this host's clock was set by " + stepMs + " ms"
                + (aheadMs > 0 ? "; the engine's time goes on, " + aheadMs + " ms ahead of it" : ""));
        for (LiveVenue venue : session.plan().venues()) {
            giveHearing(venue, HearingFrame.clock(heardMs(), stepMs, aheadMs));
        }
    }

    /** False when the queue may hold more. */
    private boolean drain(Fetcher fetcher) throws PawlException {
        for (int i = 0; i < FRAMES_BETWEEN_CLOCK_READINGS; i++) {
            if (!queue.next()) {
                return true;
            }
            heardNs = queue.stampNs();
            switch (queue.kind()) {
                case EntryKind.FRAME -> give(queue.feed(), heardNs, queue.bytes(), queue.offset(), queue.length());
                case EntryKind.STATE -> state();
                case EntryKind.COUNT -> count();
                case EntryKind.REPAIR -> repairs.ended(queue.feed(), text(0), fetcher, heardMs());
                case EntryKind.HELD -> held();
                case EntryKind.NOTICE -> listener.notice(text(0));
                case EntryKind.CHANGE -> change(session.side().takeChange());
                default -> throw new IllegalStateException("the queue holds an entry of kind " + queue.kind());
            }
        }
        return false;
    }

    private void give(int feed, long stampNs, byte[] bytes, int offset, int length) throws PawlException {
        LiveFeed source = session.plan().feed(feed);
        if (source == null) {
            return; // It answers what was asked for in the words of a build before, and this one's may be others.
        }
        long tick = Ticks.ofEpochNs(stampNs);
        if (engine.isOutage(tick)) {
            endSilence();
        }
        if (!engine.isOutage(tick)) {
            closeThrough(tick - 1);
        }
        if (engine.hasBegun()) {
            tick = Math.max(tick, engine.lastTick() + 1);
        }
        recordedNs = Math.max(recordedNs, stampNs);
        recorder.frame(feed, recordedNs, tick, bytes, offset, length);
        if (source.tellsOfHearing()) {
            engine.hearing(source.venueIndex(), tick, bytes, offset, length);
        } else {
            engine.frame(source.venueIndex(), tick, bytes, offset, length);
        }
        lastInputTick = tick;
    }

    /** An outage begins behind the last tick that was closed, and in a replay behind the last that had a frame: so the open one gets one. */
    private void endSilence() throws PawlException {
        if (lastInputTick != NO_TICK && lastInputTick < engine.lastTick()) {
            long openTick = engine.openTick().orElseThrow();
            LiveVenue venue = session.plan().venues().getFirst();
            byte[] alive = HearingFrame.alive(Ticks.startMs(openTick));
            give(venue.hearingFeed(), openTick * Ticks.TICK_NS, alive, 0, alive.length);
        }
    }

    /** In the tick of what it tells of, or the one that is open where that one is closed. */
    private void giveHearing(LiveVenue venue, byte[] frame) throws PawlException {
        give(venue.hearingFeed(), heardNs, frame, 0, frame.length);
    }

    /** All that came by the means before is with the engine by now; what comes by the next ones is behind this in the queue. */
    private void change(AdapterSwap swap) throws PawlException {
        int index = swap.venueIndex();
        LiveVenue venue = session.plan().venue(index).orElseThrow();
        List<LiveStream> next = swap.next().map(VenueHearing::streams).orElse(List.of());
        repairs.change(index, next, heardMs());
        if (swap.sha256().isPresent()) {
            states.end(index, heardMs(), "another build of its plugin takes over");
            giveHearing(venue, HearingFrame.adapter(heardMs(), swap.sha256()));
        } else {
            // The engine itself says of the streams what this means for them.
            giveHearing(venue, HearingFrame.adapter(heardMs(), swap.sha256()));
            states.end(index, heardMs(), "its plugin was taken away");
        }
        if (swap.next().isPresent()) {
            session.plan().hear(swap.next().get());
            recorder.declare(swap.next().get().feeds());
        } else {
            session.plan().remove(index);
        }
        states.replace(index, next);
        swap.tick().complete(lastInputTick);
    }

    /**
     * A venue whose adapter had been taken away when this run was left has one again.
     *
     * @param sha256s of the plugins that are here, by venue
     */
    void changeWhereNoneWasLeft(Map<Integer, String> sha256s) throws PawlException {
        nowNs = clock.readNs();
        heardNs = nowNs;
        for (LiveVenue venue : session.plan().venues()) {
            Optional<String> here = Optional.ofNullable(sha256s.get(venue.index()));
            if (here.isPresent() && engine.adapterSha256(venue.index()).isEmpty()) {
                requirePresent();
                giveHearing(venue, HearingFrame.adapter(heardMs(), here));
            }
        }
    }

    private void state() throws PawlException {
        FeedState state = Translation.of(pawl.transport.FeedState.values()[queue.bytes()[queue.offset()]]);
        FeedCause cause = Translation.of(StateCause.values()[queue.bytes()[queue.offset() + 1]]);
        states.heard(queue.feed(), state, cause, heardMs(), text(2));
    }

    private void count() throws PawlException {
        LiveStream stream = states.stream(queue.feed());
        int at = queue.offset();
        long frames = Words.getLong(queue.bytes(), at);
        long connects = Words.getLong(queue.bytes(), at + Long.BYTES);
        long breaks = Words.getLong(queue.bytes(), at + 2 * Long.BYTES);
        giveHearing(
                stream.venue(),
                HearingFrame.count(
                        heardMs(),
                        stream.instrument().symbol(),
                        stream.stream().kind(),
                        stream.stream().isSampled(),
                        frames,
                        connects,
                        breaks));
    }

    private void held() throws PawlException {
        long heldMs = Words.getLong(queue.bytes(), queue.offset()) / NANOS_PER_MS;
        long bytes = Words.getLong(queue.bytes(), queue.offset() + Long.BYTES);
        for (LiveVenue venue : session.plan().venues()) {
            giveHearing(venue, HearingFrame.held(heardMs(), heldMs, bytes));
        }
    }

    private String text(int from) {
        return new String(queue.bytes(), queue.offset() + from, queue.length() - from, StandardCharsets.UTF_8);
    }

    /** So that a quiet market is no outage, and a pause of this process is one. */
    private void keepAlive() throws PawlException {
        if (present() - lastInputTick >= aliveTicks) {
            giveHearing(session.plan().venues().getFirst(), HearingFrame.alive(heardMs()));
        }
    }

    private void closeThrough(long lastTick) throws PawlException {
        if (engine.hasBegun() && engine.lastTick() < lastTick) {
            close(lastTick);
        }
    }

    private void close(long lastTick) throws PawlException {
        long before = engine.lastTick();
        engine.closeThrough(lastTick);
        recorder.closedThrough(lastTick);
        long committedNs = clock.stampNs();
        for (long tick = before + 1; tick <= lastTick; tick++) {
            lateness.add(committedNs - (tick + 1) * Ticks.TICK_NS);
        }
        steps.look(lastTick);
        listener.ticked(Ticks.startMs(lastTick));
    }

    private long present() {
        return Ticks.ofEpochNs(nowNs);
    }

    /** When what is told of happened. */
    private long heardMs() {
        return heardNs / NANOS_PER_MS;
    }

    private LiveProgress progress() {
        return new LiveProgress(
                nowNs / NANOS_PER_MS,
                engine.counts().frames(),
                engine.counts().ticks(),
                states.countOf(FeedState.SYNCHRONIZED),
                states.count(),
                lateness.quantileMs(0.99));
    }

    TickLateness lateness() {
        return lateness;
    }
}
