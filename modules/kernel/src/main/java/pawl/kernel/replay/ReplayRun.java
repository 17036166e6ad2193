package pawl.kernel.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.capture.CaptureException;
import pawl.capture.CaptureLimits;
import pawl.capture.CaptureReader;
import pawl.capture.Captures;
import pawl.capture.Frame;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.HearingFrame;

/** Drives the engine's input port from captures. */
public final class ReplayRun {
    private static final int FRAMES_BETWEEN_PROGRESS = 1 << 12;

    private final ReplayRequest request;
    private final Engine engine;
    private final ReplayProblems problems;
    private final ReplayListener listener;
    private final VenueOfFeed venues;
    private final Optional<String> otherStart;
    private final boolean goesOn;
    private boolean gotFrames;

    public ReplayRun(
            ReplayRequest request, EnginePlan plan, Engine engine, ReplayProblems problems, ReplayListener listener)
            throws PawlException {
        this(request, request.resumes(), plan, engine, problems, listener, Optional.empty());
    }

    /**
     * @param goesOn whether the engine's store has a committed tick to go on behind
     * @param otherStart why the replay is to end where the captures change an adapter
     */
    public ReplayRun(
            ReplayRequest request,
            boolean goesOn,
            EnginePlan plan,
            Engine engine,
            ReplayProblems problems,
            ReplayListener listener,
            Optional<String> otherStart)
            throws PawlException {
        this.otherStart = otherStart;
        this.goesOn = goesOn;
        this.request = request;
        this.engine = engine;
        this.problems = problems;
        this.listener = listener;
        venues = new VenueOfFeed(
                plan.venues().stream().map(EnginePlan.Venue::name).toList(), request.venue());
    }

    /** Runs until the captures or the tick asked for end, and leaves logs and snapshots from which a run can go on. */
    public void toTheEnd() throws PawlException, CaptureException {
        long resumedThrough = goesOn ? engine.resume() : Long.MIN_VALUE;
        long untilTick = request.untilTick().orElse(Long.MAX_VALUE);
        List<Path> captures = request.captures();
        try (CaptureReader reader = Captures.open(captures, CaptureLimits.STANDARD, problems)) {
            boolean isCutShort = feed(reader, resumedThrough, untilTick);
            if (!gotFrames) {
                throw new PawlException(
                        Kind.BAD_DATA, "no frame could be read from " + captures + "; the lines above say why");
            }
            if (!isCutShort) {
                engine.closeThrough(Math.min(untilTick, lastTick(reader)));
            }
        }
        problems.finish();
        engine.stop();
    }

    /** Gives the engine its frames; true when the tick asked for ended them. */
    private boolean feed(CaptureReader reader, long resumedThrough, long untilTick)
            throws PawlException, CaptureException {
        long frames = 0;
        while (reader.next()) {
            Frame frame = reader.frame();
            gotFrames = true;
            if ((++frames & (FRAMES_BETWEEN_PROGRESS - 1)) == 0) {
                listener.progress(reader.bytesRead(), reader.bytesTotal(), frames, frame.arrivalNs() / 1_000_000);
            }
            if (frame.tick() <= resumedThrough) {
                continue;
            }
            if (frame.tick() > untilTick) {
                stopBefore(frame.tick(), untilTick);
                return true;
            }
            problems.setCurrent(frame);
            int venue = venues.of(frame.feed());
            if (HearingFrame.isFeed(frame.feed())) {
                requireSameStart(frame);
                engine.hearing(venue, frame.tick(), frame.bytes(), frame.offset(), frame.length());
            } else {
                engine.frame(venue, frame.tick(), frame.bytes(), frame.offset(), frame.length());
            }
        }
        return false;
    }

    private void requireSameStart(Frame frame) throws PawlException {
        if (otherStart.isPresent() && HearingFrame.isAdapterChange(frame.bytes(), frame.offset(), frame.length())) {
            throw new PawlException(Kind.USAGE, problems.where() + ": " + otherStart.get());
        }
    }

    /** A run that is told to stop inside an outage stops before it, so that the one that goes on sees all of it. */
    private void stopBefore(long nextFrameTick, long untilTick) throws PawlException {
        long last = engine.isOutage(nextFrameTick) ? engine.lastFrameTick().orElse(untilTick) : untilTick;
        engine.closeThrough(last);
    }

    /** The last tick that the captures say was closed, or that had a frame; an outage that nothing ends is not run. */
    private long lastTick(CaptureReader reader) {
        long lastFrameTick = engine.lastFrameTick().orElse(Long.MIN_VALUE);
        long lastClosedTick = reader.lastClosedTick().orElse(Long.MIN_VALUE);
        return lastClosedTick <= lastFrameTick || engine.isOutage(lastClosedTick) ? lastFrameTick : lastClosedTick;
    }

    /** The first tick that this run ran; none where it ran none. */
    OptionalLong firstTick() {
        return engine.counts().firstTick();
    }
}
