package pawl.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.Live;
import pawl.kernel.contract.Durability;
import pawl.kernel.contract.LiveEndpoint;
import pawl.kernel.contract.LiveReport;
import pawl.kernel.contract.LiveRequest;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.StopSignal;
import pawl.venue.LocalVenue;
import pawl.venue.VenueSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        sortOptions = false,
        description = {
            "Listen to venues and run the engine, tick by tick, until SIGTERM or Ctrl-C.",
            "With --venue the venue's own public feeds are heard; no key and no account are needed. Without it a venue is"
                    + " started on this machine, with a scenario, and heard over WebSocket and HTTP on loopback."
        },
        footer = {
            "",
            "Example:",
            "  pawl run",
            "  pawl run --config config/fct-5 --venue binance --data out --capture cap --duration 10m",
            "  pawl run --scenario world-cup --pace 1 --faults storm.yaml --data out"
        })
final class RunCommand implements Callable<Integer> {
    /** At which a scenario's six hours take six minutes, and its tokens step while one looks. */
    private static final double PACE_TO_LOOK_AT = 60;

    private final Streams streams;
    private final Installation installation;

    @Option(names = "--config", paramLabel = "DIR", description = "Folder that holds pawl.yaml.")
    private Optional<Path> configuration = Optional.empty();

    @Option(
            names = "--venue",
            paramLabel = "NAME",
            description = "The venue to listen to, as the configuration names it.")
    private Optional<String> venue = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "URL",
            description =
                    "Listen to whatever speaks the venue's protocol there, such as http://127.0.0.1:9443, instead of"
                            + " the venue itself.")
    private Optional<URI> at = Optional.empty();

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "Trust the certificates in this PEM file instead of the platform's.")
    private Optional<Path> trust = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for logs and snapshots; without it nothing is kept.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--capture", paramLabel = "DIR", description = "Folder in which every frame is recorded.")
    private Optional<Path> capture = Optional.empty();

    @Option(names = "--resume", description = "Continue the logs of --data from where they end.")
    private boolean resume;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = Arguments.Span.class,
            description = "Stop by itself after this time: 90s, 10m, 24h.")
    private Optional<Duration> duration = Optional.empty();

    @Mixin
    private final DurabilityOption durability = new DurabilityOption();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private final VenueSource source = new VenueSource();

    @Mixin
    private final VenueOptions options = new VenueOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    RunCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.installation = installation;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        requireSense();
        LibraryLogs.quieten();
        StopSignal stop = StopOnSignal.install(streams);
        if (venue.isPresent() || at.isPresent()) {
            Path folder = configuration.isPresent() ? configuration.get() : installation.configuration();
            report(listen(folder, at.map(RunCommand::endpoint), stop));
            return 0;
        }
        VenueSettings settings =
                VenueSettings.onLoopback(options.pace(PACE_TO_LOOK_AT)).withSymbols(source.symbols());
        try (LocalVenue local = options.start(source, settings)) {
            streams.errorLine("a local venue serves " + source.label() + " at " + local.restUri());
            LiveEndpoint endpoint = new LiveEndpoint(local.webSocketUri(), local.restUri(), source.label());
            report(listen(configurationOfSource(), Optional.of(endpoint), stop));
            return 0;
        }
    }

    private void requireSense() throws PawlException {
        if ((venue.isPresent() || at.isPresent()) && source.isAsked()) {
            throw new PawlException(
                    Kind.USAGE,
                    "--scenario, --tokens, --hours and --serve are for a local venue; leave them out with --venue or --at");
        }
        if (resume && data.isEmpty()) {
            throw new PawlException(Kind.USAGE, "--resume continues what lies in a folder: name it with --data DIR");
        }
    }

    private Path configurationOfSource() throws PawlException {
        if (configuration.isPresent()) {
            return configuration.get();
        }
        Path shipped = installation.configuration();
        return source.configuration().map(shipped::resolve).orElse(shipped);
    }

    private LiveReport listen(Path folder, Optional<LiveEndpoint> endpoint, StopSignal stop) throws PawlException {
        LiveRequest request = new LiveRequest(
                folder,
                plugins.folder(),
                data,
                capture,
                resume,
                venue,
                endpoint,
                trust,
                duration,
                durability.orElse(Durability.SECOND));
        return Live.run(request, new LiveConsole(streams, json.isGiven()), stop);
    }

    private static LiveEndpoint endpoint(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        boolean isSecure = scheme.equals("https") || scheme.equals("wss");
        String address = "://" + uri.getRawAuthority();
        return new LiveEndpoint(
                URI.create((isSecure ? "wss" : "ws") + address),
                URI.create((isSecure ? "https" : "http") + address),
                "synthetic: heard at " + uri.getRawAuthority());
    }

    private void report(LiveReport report) {
        if (json.isGiven()) {
            LiveJson.write(report, streams);
        } else {
            streams.lines(LiveSummary.lines(report, data, capture));
        }
    }
}
