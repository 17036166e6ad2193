package pawl.kernel.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
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
    private final HearingPlanner planner = new HearingPlanner(Optional.empty());
    private final LivePlan plan = ToyProtocol.planOf(enginePlan, planner);
    private final LiveAdapters adapters = adapters(enginePlan);
    private final TransportSide side;
    private final HeapLogStore store;
    private final Optional<Path> capture;
    private final ToldLines told = new ToldLines();
    private final Fetches fetches = new Fetches();
    private final StopSignal stop = new StopSignal();
    private final TreeMap<Long, Happening> script = new TreeMap<>();
    private final long startNs;
    private boolean isAlphaHeard = true;
    private int alphaFeed = ALPHA_FEED;
    private String alphaPrefix = "";
    private final TreeMap<Integer, String> alphaFeeds = new TreeMap<>();

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
        try (Engine engine = new Engine(enginePlan, store, new LiveProblems(told), Optional.empty(), adapters);
                FrameRecorder recorder = FrameRecorder.open(capture, identity, resumes, plan.feeds())) {
            if (resumes) {
                engine.resume();
                boolean isOther = engine.adapterSha256(0).equals(Optional.of(OtherBuild.SHA256));
                alphaPrefix = isOther ? OtherBuild.PREFIX : "";
                plan.feeds().stream()
                        .filter(feed -> feed.venueIndex() == 0)
                        .forEach(feed -> alphaFeeds.put(feed.number(), alphaPrefix));
            }
            LiveSession session = new LiveSession(
                    engine, queue, clock, recorder, side, plan, enginePlan.tokens(), enginePlan.outageTicks(), told);
            LiveDriver driver = new LiveDriver(session, resumes, this::nap);
            driver.changeWhereNoneWasLeft(Map.of(0, ToyPlan.ADAPTER_SHA256, 1, ToyPlan.ADAPTER_SHA256));
            driver.run(fetches, stop, Long.MAX_VALUE);
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

    private static LiveAdapters adapters(EnginePlan plan) {
        LiveAdapters adapters = new LiveAdapters();
        adapters.put(
                0, OtherBuild.SHA256, new OtherBuild(plan.venues().getFirst().adapter()));
        return adapters;
    }

    /** Alpha is heard through that build from now on; gives the tick that says so. */
    CompletableFuture<Long> replaceAlpha(boolean byOther) {
        VenueHearing hearing = ToyProtocol.hearing(enginePlan, 0, planner);
        CompletableFuture<Long> tick =
                swap(Optional.of(byOther ? OtherBuild.SHA256 : ToyPlan.ADAPTER_SHA256), Optional.of(hearing));
        isAlphaHeard = true;
        alphaFeed = hearing.feeds().getLast().number();
        alphaPrefix = byOther ? OtherBuild.PREFIX : "";
        for (LiveFeed feed : hearing.feeds()) {
            alphaFeeds.put(feed.number(), alphaPrefix);
        }
        return tick;
    }

    CompletableFuture<Long> removeAlpha() {
        isAlphaHeard = false;
        return swap(Optional.empty(), Optional.empty());
    }

    private CompletableFuture<Long> swap(Optional<String> sha256, Optional<VenueHearing> next) {
        CompletableFuture<Long> tick = new CompletableFuture<>();
        side.change(new AdapterSwap(0, "alpha", sha256, next, tick));
        return tick;
    }

    /** What begins a frame on that feed, by the build that it is heard through. */
    String prefixOf(int feed) {
        return alphaFeeds.getOrDefault(feed, "");
    }

    boolean isAlphaHeard() {
        return isAlphaHeard;
    }

    /** Alpha sends this, in the words that its build in force understands; nothing comes where it is not heard. */
    void alpha(String text) {
        if (isAlphaHeard) {
            frame(alphaFeed, alphaPrefix + text);
        }
    }

    /** A trade at alpha comes in now. */
    void trade(String symbol, long id) {
        alpha("T " + symbol + " " + hand.wallNs() / 1_000_000 + " " + id + " 10 1 B");
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
        LiveAdapters builds = adapters(replayPlan);
        try (Engine engine = new Engine(replayPlan, again, problems, Optional.empty(), builds)) {
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
