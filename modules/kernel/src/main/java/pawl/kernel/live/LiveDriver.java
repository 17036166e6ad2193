package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
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
    private final long aliveTicks;
    private long lastInputTick = Long.MIN_VALUE / 2;
    private long nowNs;

    LiveDriver(LiveSession session, boolean resumes) {
        this.session = session;
        engine = session.engine();
        queue = session.queue();
        clock = session.clock();
        recorder = session.recorder();
        listener = session.listener();
        aliveTicks = Math.max(1, session.outageTicks() / 2);
        states = new StreamStates(session.plan(), resumes, this::giveHearing, listener);
        repairs = new GapRepairs(session.plan(), states, session.side());
        steps = new StepWatch(engine, session.tokens(), listener);
        engine.listenForGaps(repairs);
    }

    /** Runs until it is told to stop, or the duration is over, and then to the end of the tick that is open. */
    void run(Transport transport, StopSignal stop, long durationNs) throws PawlException {
        nowNs = clock.readNs();
        long endNs = durationNs == Long.MAX_VALUE ? Long.MAX_VALUE : nowNs + durationNs;
        requirePresent();
        while (!stop.isRequested() && nowNs < endNs) {
            turn(transport);
        }
        finish(transport);
    }

    /** A folder whose last tick is still to come was written by a clock that was ahead of this one. */
    private void requirePresent() throws PawlException {
        long present = Ticks.ofEpochNs(nowNs);
        if (engine.openTick().isPresent() && engine.lastTick() >= present) {
            throw new PawlException(
                    Kind.USAGE,
                    "the data folder holds tick " + engine.lastTick() + " and by this host's clock it is tick "
                            + present
                            + " now: set the clock right, or wait for "
                            + (engine.lastTick() - present) / Ticks.TICKS_PER_SECOND + " s");
        }
    }

    private void turn(Transport transport) throws PawlException {
        nowNs = clock.readNs();
        tellClockStep();
        boolean gotAll = drain(transport);
        keepAlive();
        closeThrough(Ticks.ofEpochNs(nowNs) - 1, transport);
        if (gotAll) {
            long toBoundaryNs = Ticks.TICK_NS - Math.floorMod(clock.stampNs(), Ticks.TICK_NS);
            LockSupport.parkNanos(Math.min(LONGEST_NAP_NS, toBoundaryNs));
        }
    }

    private void finish(Transport transport) throws PawlException {
        transport.close();
        session.side().counts(transport.report());
        boolean gotAll = false;
        while (!gotAll) {
            nowNs = clock.readNs();
            gotAll = drain(transport);
        }
        states.stopped(nowMs());
        long lastTick = Math.max(Ticks.ofEpochNs(nowNs), lastInputTick);
        while (Ticks.ofEpochNs(nowNs) <= lastTick) {
            LockSupport.parkNanos(Math.min(LONGEST_NAP_NS, (lastTick + 1) * Ticks.TICK_NS - nowNs));
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
            giveHearing(venue, HearingFrame.clock(nowMs(), stepMs, aheadMs));
        }
    }

    /** False when the queue may hold more. */
    private boolean drain(Transport transport) throws PawlException {
        for (int i = 0; i < FRAMES_BETWEEN_CLOCK_READINGS; i++) {
            if (!queue.next()) {
                return true;
            }
            switch (queue.kind()) {
                case EntryKind.FRAME ->
                    give(queue.feed(), queue.stampNs(), queue.bytes(), queue.offset(), queue.length(), transport);
                case EntryKind.STATE -> state();
                case EntryKind.COUNT -> count();
                case EntryKind.REPAIR -> repairs.ended(queue.feed(), text(0), transport, nowMs());
                case EntryKind.HELD -> held();
                case EntryKind.NOTICE -> listener.notice(text(0));
                default -> throw new IllegalStateException("the queue holds an entry of kind " + queue.kind());
            }
        }
        return false;
    }

    private void give(int feed, long stampNs, byte[] bytes, int offset, int length, Transport transport)
            throws PawlException {
        LiveFeed source = session.plan().feeds().get(feed);
        long tick = Ticks.ofEpochNs(stampNs);
        if (!engine.isOutage(tick)) {
            closeThrough(tick - 1, transport);
        }
        tick = Math.max(tick, engine.openTick().orElse(tick));
        recorder.frame(feed, stampNs, tick, bytes, offset, length);
        if (source.tellsOfHearing()) {
            engine.hearing(source.venueIndex(), tick, bytes, offset, length);
        } else {
            engine.frame(source.venueIndex(), tick, bytes, offset, length);
        }
        lastInputTick = tick;
    }

    /** In the tick that is open: it tells of something that this thread knows now. */
    private void giveHearing(LiveVenue venue, byte[] frame) throws PawlException {
        long present = Ticks.ofEpochNs(nowNs);
        long tick = Math.max(present, engine.openTick().orElse(present));
        recorder.frame(venue.hearingFeed(), Math.max(nowNs, tick * Ticks.TICK_NS), tick, frame, 0, frame.length);
        engine.hearing(venue.index(), tick, frame, 0, frame.length);
        lastInputTick = tick;
    }

    private void state() throws PawlException {
        FeedState state = Translation.of(pawl.transport.FeedState.values()[queue.bytes()[queue.offset()]]);
        FeedCause cause = Translation.of(StateCause.values()[queue.bytes()[queue.offset() + 1]]);
        states.heard(queue.feed(), state, cause, nowMs(), text(2));
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
                        nowMs(),
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
            giveHearing(venue, HearingFrame.held(nowMs(), heldMs, bytes));
        }
    }

    private String text(int from) {
        return new String(queue.bytes(), queue.offset() + from, queue.length() - from, StandardCharsets.UTF_8);
    }

    /** So that a quiet market is no outage, and a pause of this process is one. */
    private void keepAlive() throws PawlException {
        if (Ticks.ofEpochNs(nowNs) - lastInputTick >= aliveTicks) {
            giveHearing(session.plan().venues().getFirst(), HearingFrame.alive(nowMs()));
        }
    }

    private void closeThrough(long lastTick, Transport transport) throws PawlException {
        if (engine.openTick().isEmpty() || engine.lastTick() >= lastTick) {
            return;
        }
        close(lastTick);
        repairs.begin(transport, nowMs());
        repairs.again(transport, nowMs());
        if (lastTick % PROGRESS_TICKS == 0) {
            listener.progress(progress());
        }
        if (lastTick % COUNT_TICKS == 0) {
            transport.reportLater(session.side()::counts);
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

    private long nowMs() {
        return nowNs / NANOS_PER_MS;
    }

    private LiveProgress progress() {
        return new LiveProgress(
                nowMs(),
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
