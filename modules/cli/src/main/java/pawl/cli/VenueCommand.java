package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.StopSignal;
import pawl.venue.LocalVenue;
import pawl.venue.TlsSettings;
import pawl.venue.VenueSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "venue",
        sortOptions = false,
        description = {
            "Run a venue on this machine: it speaks Binance's protocol over WebSocket and REST, for anyone's client.",
            "It serves a scenario or captures, and misbehaves where a fault script says so. It runs until SIGTERM or Ctrl-C."
        },
        footer = {
            "",
            "Example:",
            "  pawl venue --scenario world-cup --port 9443 --faults storm.yaml",
            "  pawl venue --serve my-capture --pace 10"
        })
final class VenueCommand implements Callable<Integer> {
    private static final long NAP_NS = 50_000_000;
    private static final int HIGHEST_PORT = 65_535;

    private final Streams streams;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "9443",
            description = "Where to listen; 0 for any. Default 9443.")
    private int port;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "Serve over TLS with the certificates in this PEM file.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "Their private key, a PEM file.")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private final VenueSource source = new VenueSource();

    @Mixin
    private final VenueOptions options = new VenueOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    VenueCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        if (certificate.isPresent() != key.isPresent()) {
            throw new PawlException(Kind.USAGE, "--certificate and --key go together");
        }
        LibraryLogs.quieten();
        StopSignal stop = StopOnSignal.install(streams);
        VenueSettings plain = VenueSettings.onLoopback(options.pace(1))
                .withPort(port == 0 ? 0 : Arguments.inRange("--port", port, HIGHEST_PORT))
                .withSymbols(source.symbols());
        VenueSettings settings =
                certificate.isPresent() ? plain.withTls(new TlsSettings(certificate.get(), key.orElseThrow())) : plain;
        try (LocalVenue local = options.start(source, settings)) {
            streams.errorLine("serving " + source.label() + " at " + local.restUri() + " and " + local.webSocketUri());
            while (!stop.isRequested()) {
                LockSupport.parkNanos(NAP_NS);
            }
            VenueTexts.write(local.report(), json.isGiven(), streams);
        }
        return 0;
    }
}
