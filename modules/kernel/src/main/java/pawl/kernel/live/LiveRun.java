package pawl.kernel.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
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
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.engine.Engine;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.replay.ContinuedConfiguration;
import pawl.kernel.replay.DataFolder;
import pawl.transport.Transport;
import pawl.transport.TransportSettings;

/** Puts a live run together, and takes it apart again in order. */
public final class LiveRun {
    private static final int QUEUE_BYTES = 1 << 26;

    private final LiveRequest request;
    private final Configuration configuration;
    private final PluginSet plugins;
    private final LiveListener listener;
    private final LivePlan plan;

    /** @throws PawlException when a venue to be listened to is not configured, or its plugin says not how */
    public LiveRun(LiveRequest request, Configuration configuration, PluginSet plugins, LiveListener listener)
            throws PawlException {
        this.request = request;
        this.configuration = configuration;
        this.plugins = plugins;
        this.listener = listener;
        plan = new LivePlan(request.endpoint());
    }

    /** Runs until the signal or the duration ends it. */
    public LiveReport run(StopSignal stop) throws PawlException, StorageException {
        long startedNs = System.nanoTime();
        boolean isSynthetic = request.endpoint().isPresent();
        EnginePlan enginePlan = new EngineAssembly(configuration, plugins, isSynthetic).plan();
        addVenues();
        try (LogStore store = DataFolder.open(request.data(), request.resumes(), configuration, plugins)) {
            DataFolder.keepConfiguration(store, configuration);
            Optional<String> continued =
                    request.resumes() ? ContinuedConfiguration.of(store, enginePlan, configuration) : Optional.empty();
            try (Engine engine =
                            new Engine(enginePlan, store, new LiveProblems(listener), continued, AdapterSource.NONE);
                    FrameRecorder recorder = recorder(enginePlan)) {
                if (request.resumes()) {
                    engine.resume();
                }
                LiveSession session = session(engine, enginePlan, recorder);
                LiveDriver driver = new LiveDriver(session, request.resumes());
                try (Transport transport = start(session)) {
                    driver.run(
                            transport,
                            stop,
                            request.duration().map(Duration::toNanos).orElse(Long.MAX_VALUE));
                    double seconds = (System.nanoTime() - startedNs) / 1e9;
                    return LiveReports.report(session, driver.lateness(), transport.report(), isSynthetic, seconds);
                }
            }
        }
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
                plan.transportPlans(), session.side(), session.side(), session.clock()::stampNs, settings);
    }

    private void addVenues() throws PawlException {
        List<VenueConfiguration> venues = configuration.venues();
        for (int index = 0; index < venues.size(); index++) {
            VenueConfiguration venue = venues.get(index);
            boolean isWanted =
                    request.venue().isEmpty() || request.venue().get().equals(venue.name());
            if (isWanted && !venue.instruments().isEmpty()) {
                plan.add(new LivePlan.ListenedVenue(index, venue.name(), protocol(venue)), venue.instruments());
            }
        }
        if (plan.venues().isEmpty()) {
            throw new PawlException(
                    Kind.USAGE,
                    request.venue()
                                    .map(name -> "no venue " + name + " with instruments")
                                    .orElse("no venue with instruments")
                            + " is configured; there are "
                            + venues.stream().map(VenueConfiguration::name).collect(Collectors.joining(", ")));
        }
    }

    private FeedProtocol protocol(VenueConfiguration venue) throws PawlException {
        String id = venue.adapter().id();
        LoadedPlugin plugin = plugins.find(PluginKind.EXCHANGE, id).orElseThrow();
        ExchangeAdapterProvider provider = (ExchangeAdapterProvider) plugin.provider();
        try {
            return provider.protocol(venue.instruments(), venue.adapter().settings())
                    .orElseThrow(() -> new PawlException(
                            Kind.USAGE,
                            "plugin " + id + " reads recordings of " + venue.name()
                                    + " and does not say how to listen to it"));
        } catch (RuntimeException e) {
            throw new PawlException(
                    Kind.INVARIANT, "plugin " + id + " failed when it was to say how to listen: " + e, e);
        }
    }
}
