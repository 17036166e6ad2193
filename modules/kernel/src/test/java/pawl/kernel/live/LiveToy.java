package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import pawl.api.token.Ticks;
import pawl.capture.CaptureIdentity;
import pawl.kernel.contract.ReplayListener;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.contract.StopSignal;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.replay.ReplayProblems;
import pawl.kernel.replay.ReplayRun;
import pawl.kernel.replay.Requests;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyGroups;
import pawl.kernel.toy.ToyPlan;

/** A live run of toys, all on one thread: while the driver naps, what the transport's thread and the host would do happens by a script. */
final class LiveToy {
    static final ToyPlan PLAN = ToyPlan.STANDARD.withGroups(ToyGroups.SOME);
    static final int RING_BYTES = 1 << 13;
    static final int ALPHA_FEED = 2;
    static final int BETA_FEED = 5;

    /** Something that happens, at a time of its own. */
    @FunctionalInterface
    interface Happening {
        void happens();
    }

    private final HandClock hand;
    private final LiveClock clock;
    private final FrameQueue queue = new FrameQueue(RING_BYTES);
    private final EnginePlan enginePlan = PLAN.plan();
    private final LivePlan plan = ToyProtocol.planOf(enginePlan);
    private final TransportSide side;
    private final HeapLogStore store;
    private final Optional<Path> capture;
    private final ToldLines told = new ToldLines();
    private final Fetches fetches = new Fetches();
    private final StopSignal stop = new StopSignal();
    private final TreeMap<Long, Happening> script = new TreeMap<>();
    private final long startNs;

    LiveToy(HandClock hand, HeapLogStore store, Optional<Path> capture) {
        this.hand = hand;
        this.store = store;
        this.capture = capture;
        clock = hand.clock();
        side = new TransportSide(queue, plan, clock::stampNs, hand::monotonicNs);
        startNs = hand.monotonicNs();
    }

    /** @param ms since the run began, by the monotonic clock; what has another's time already comes after it */
    void at(long ms, Happening happening) {
        long atNs = startNs + ms * 1_000_000;
        while (script.containsKey(atNs)) {
            atNs++;
        }
        script.put(atNs, happening);
    }

    /** Runs until the script asks for the stop. */
    LiveToy run(boolean resumes) throws Exception {
        CaptureIdentity identity = new CaptureIdentity("{}".getBytes(StandardCharsets.UTF_8), List.of());
        try (Engine engine = new Engine(enginePlan, store, new LiveProblems(told));
                FrameRecorder recorder = FrameRecorder.open(capture, identity, resumes, plan.feeds())) {
            if (resumes) {
                engine.resume();
            }
            LiveSession session = new LiveSession(
                    engine, queue, clock, recorder, side, plan, enginePlan.tokens(), enginePlan.outageTicks(), told);
            new LiveDriver(session, resumes, this::nap).run(fetches, stop, Long.MAX_VALUE);
        }
        return this;
    }

    private void nap(long ns) {
        long untilNs = hand.monotonicNs() + ns;
        while (!script.isEmpty() && script.firstKey() <= untilNs) {
            var next = script.pollFirstEntry();
            hand.pass(Math.max(0, next.getKey() - hand.monotonicNs()));
            next.getValue().happens();
        }
        hand.pass(Math.max(0, untilNs - hand.monotonicNs()));
        side.hasRoom(); // As the transport's timer asks.
    }

    /** A frame comes in now. */
    void frame(int feed, String text) {
        frame(feed, clock.stampNs(), text);
    }

    void frame(int feed, long arrivalNs, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        side.frame(feed, arrivalNs, bytes, 0, bytes.length);
        side.hasRoom();
    }

    /** A trade at alpha comes in now. */
    void trade(String symbol, long id) {
        frame(ALPHA_FEED, "T " + symbol + " " + hand.wallNs() / 1_000_000 + " " + id + " 10 1 B");
    }

    /** What a replay of the capture leaves. */
    HeapLogStore replayed() throws Exception {
        HeapLogStore again = new HeapLogStore();
        ReplayListener listener = new ReplayListener() {
            @Override
            public void progress(long readBytes, long totalBytes, long count, long marketTimeMs) {}

            @Override
            public void problem(String line) {
                told.problem("replay: " + line);
            }
        };
        ReplayRequest request = Requests.ofCapture(capture.orElseThrow(), false, OptionalLong.empty());
        EnginePlan replayPlan = PLAN.plan();
        ReplayProblems problems = new ReplayProblems(listener, false);
        try (Engine engine = new Engine(replayPlan, again, problems)) {
            new ReplayRun(request, replayPlan, engine, problems, listener).toTheEnd();
        }
        return again;
    }

    long tickNow() {
        return Ticks.ofEpochNs(clock.stampNs());
    }

    HandClock hand() {
        return hand;
    }

    TransportSide side() {
        return side;
    }

    FrameQueue queue() {
        return queue;
    }

    HeapLogStore store() {
        return store;
    }

    ToldLines told() {
        return told;
    }

    Fetches fetches() {
        return fetches;
    }

    StopSignal stop() {
        return stop;
    }
}
