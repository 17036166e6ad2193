package pawl.kernel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.capture.CaptureIdentity;
import pawl.capture.PluginIdentity;
import pawl.config.Configuration;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.LiveReport;
import pawl.kernel.contract.LiveRequest;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.StopSignal;
import pawl.kernel.control.ControlChannel;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.ResumedPlan;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.recovery.CutOffRun;
import pawl.kernel.replay.ContinuedConfiguration;
import pawl.kernel.replay.DataFolder;
import pawl.kernel.replay.DiskThreads;
import pawl.transport.Transport;
import pawl.transport.TransportReport;
import pawl.transport.TransportSettings;

/** Puts a live run together, and takes it apart again in order. */
public final class LiveRun {
    private static final int QUEUE_BYTES = 1 << 26;

    private final LiveRequest request;
    private final Configuration configuration;
    private final PluginSet plugins;
    private final LiveListener listener;
    private final LivePlan plan = new LivePlan();
    private final HearingPlanner planner;
    private final PluginsInUse inUse = new PluginsInUse();
    private final LiveAdapters adapters = new LiveAdapters();
    private final List<VenueHearing> heardAtStart = new ArrayList<>();
    private final Map<Integer, VenueConfiguration> listened = new TreeMap<>();

    /** @throws PawlException when a plugin's files change while they are read */
    public LiveRun(LiveRequest request, Configuration configuration, PluginSet plugins, LiveListener listener)
            throws PawlException {
        this.request = request;
        this.configuration = configuration;
        this.plugins = request.data().isPresent() ? inUse.copyOf(plugins, configuration) : plugins;
        this.listener = listener;
        planner = new HearingPlanner(request.endpoint());
    }

    /**
     * Runs until the signal or the duration ends it.
     *
     * @throws PawlException when a venue to be listened to is not configured, or its plugin says not how; and as the run ends by one
     */
    public LiveReport run(StopSignal stop) throws PawlException, StorageException {
        long startedNs = System.nanoTime();
        boolean isSynthetic = request.endpoint().isPresent();
        EnginePlan assembled = new EngineAssembly(configuration, plugins, isSynthetic).plan();
        addVenues();
        try (LogStore store = DataFolder.open(request.data(), request.resumes(), configuration, plugins)) {
            DataFolder.keepConfiguration(store, configuration);
            boolean goesOn = request.resumes() && CutOffRun.recover(store, plugins, listener::notice);
            EnginePlan enginePlan = goesOn ? ResumedPlan.of(store, assembled) : assembled;
            Optional<String> continued =
                    goesOn ? ContinuedConfiguration.of(store, enginePlan, configuration) : Optional.empty();
            try (DiskThreads disk = DiskThreads.start();
                    Engine engine = new Engine(enginePlan, store, new LiveProblems(listener), continued, adapters);
                    FrameRecorder recorder = recorder(enginePlan)) {
                disk.serve(engine, request.durability());
                if (goesOn) {
                    engine.resume();
                }
                LiveSession session = session(engine, enginePlan, recorder);
                LiveDriver driver = new LiveDriver(session, goesOn);
                driver.changeWhereNoneWasLeft(sha256s());
                TransportReport heard = listen(session, driver, stop);
                double seconds = (System.nanoTime() - startedNs) / 1e9;
                return LiveReports.report(
                        session, driver.lateness(), heard, isSynthetic, seconds, forcing(engine, disk));
            }
        }
    }

    private LiveReport.Forcing forcing(Engine engine, DiskThreads disk) {
        return new LiveReport.Forcing(
                request.durability(), disk.rounds(), Math.ceil(disk.mostNs() / 1e5) / 10, engine.mostUnforcedTicks());
    }

    private TransportReport listen(LiveSession session, LiveDriver driver, StopSignal stop) throws PawlException {
        long durationNs = request.duration().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        try (Transport transport = start(session)) {
            if (request.data().isEmpty()) {
                driver.run(transport, stop, durationNs);
                return transport.report();
            }
            AdapterSwaps swaps = new AdapterSwaps(session.clock(), session.side(), new TransportListening(transport));
            Optional<ControlChannel> control =
                    ControlChannel.open(request.data().get(), reload(swaps), listener::notice);
            try {
                driver.run(transport, stop, durationNs);
            } finally {
                swaps.stop();
                if (control.isPresent()) {
                    control.get().close();
                }
            }
            return transport.report();
        }
    }

    private PluginReload reload(AdapterSwaps swaps) {
        return new PluginReload(
                request.plugins(),
                request.capture(),
                configuration,
                plugins,
                listened,
                inUse,
                planner,
                adapters,
                swaps);
    }

    private Map<Integer, String> sha256s() {
        Map<Integer, String> sha256s = new TreeMap<>();
        listened.forEach((index, venue) -> plugins.find(
                        PluginKind.EXCHANGE, venue.adapter().id())
                .ifPresent(plugin -> sha256s.put(index, plugin.sha256())));
        return sha256s;
    }

    private FrameRecorder recorder(EnginePlan enginePlan) throws PawlException {
        CaptureIdentity identity = new CaptureIdentity(
                configuration.canonicalJson(),
                enginePlan.identity().plugins().stream()
                        .map(stamp -> new PluginIdentity(
                                PluginIdentity.Kind.valueOf(stamp.kind().name()),
                                stamp.id(),
                                stamp.version(),
                                stamp.sha256()))
                        .toList());
        return FrameRecorder.open(request.capture(), identity, request.resumes(), plan.feeds());
    }

    private LiveSession session(Engine engine, EnginePlan enginePlan, FrameRecorder recorder) {
        FrameQueue queue = new FrameQueue(QUEUE_BYTES);
        LiveClock clock = new LiveClock(LiveRun::wallNs, System::nanoTime);
        TransportSide side = new TransportSide(queue, plan, clock::stampNs, System::nanoTime);
        return new LiveSession(
                engine,
                queue,
                clock,
                recorder,
                side,
                plan,
                enginePlan.tokens(),
                configuration.engine().outageTicks(),
                listener);
    }

    /** The one reading of the host's clock (D2). */
    private static long wallNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    private Transport start(LiveSession session) {
        long seed = System.nanoTime() ^ ProcessHandle.current().pid() << 32;
        TransportSettings settings =
                TransportSettings.standard(seed).withTrustedCertificate(request.trustedCertificate());
        return Transport.start(
                heardAtStart.stream().map(VenueHearing::transportPlan).toList(),
                session.side(),
                session.side(),
                session.clock()::stampNs,
                settings);
    }

    private void addVenues() throws PawlException {
        List<VenueConfiguration> venues = configuration.venues();
        for (int index = 0; index < venues.size(); index++) {
            VenueConfiguration venue = venues.get(index);
            boolean isWanted =
                    request.venue().isEmpty() || request.venue().get().equals(venue.name());
            if (isWanted && !venue.instruments().isEmpty()) {
                LoadedPlugin plugin =
                        plugins.find(PluginKind.EXCHANGE, venue.adapter().id()).orElseThrow();
                VenueHearing hearing =
                        VenueBuild.of(plugin, index, venue, planner).hearing();
                plan.hear(hearing);
                heardAtStart.add(hearing);
                listened.put(index, venue);
            }
        }
        if (listened.isEmpty()) {
            throw new PawlException(
                    Kind.USAGE,
                    request.venue()
                                    .map(name -> "no venue " + name + " with instruments")
                                    .orElse("no venue with instruments")
                            + " is configured; there are "
                            + venues.stream().map(VenueConfiguration::name).collect(Collectors.joining(", ")));
        }
    }
}
