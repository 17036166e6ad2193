package pawl.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.StopSignal;
import pawl.venue.LocalVenue;
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
        StopSignal stop = StopOnSignal.install(streams);
        VenueSettings settings = VenueSettings.onLoopback(options.pace())
                .withPort(port == 0 ? 0 : Arguments.inRange("--port", port, HIGHEST_PORT))
                .withSymbols(source.symbols());
        try (LocalVenue local = LocalVenue.start(new PulledFrames(source.frames()), options.faults(), settings)) {
            streams.errorLine("serving " + source.label() + " at " + local.restUri() + " and " + local.webSocketUri());
            while (!stop.isRequested()) {
                LockSupport.parkNanos(NAP_NS);
            }
            VenueTexts.write(local.report(), json.isGiven(), streams);
        }
        return 0;
    }
}
