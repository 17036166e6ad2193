package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import pawl.kernel.Replay;
import pawl.kernel.contract.Durability;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        sortOptions = false,
        description = {
            "Run recorded traffic through the engine.",
            "Captures are merged by arrival stamp; their format is recognised by content, plain, gzip or zstd. Without"
                    + " one the recording that came with Pawl is replayed. Without --data nothing is kept."
        },
        footer = {
            "",
            "Example:",
            "  pawl replay my-recording.gz --data out --config my-config",
            "  pawl replay monday.gz tuesday.gz --auto --json"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Streams streams;
    private final Installation installation;

    @Parameters(paramLabel = "CAPTURE", arity = "0..*", description = "Recordings, or folders of them, in any order.")
    private List<Path> captures = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for logs and snapshots; new or empty, unless --resume.")
    private Optional<Path> data = Optional.empty();

    @Mixin
    private final ConfigurationOption configuration;

    @Mixin
    private final PluginsOption plugins;

    @Option(
            names = "--auto",
            description = "Configure symbols that no token has from what the captures show, in the default tier.")
    private boolean auto;

    @Option(names = "--strict", description = "Stop at the first line or frame that cannot be understood (exit 3).")
    private boolean strict;

    @Option(names = "--resume", description = "Continue the logs of --data from where they end.")
    private boolean resume;

    @Option(
            names = "--until",
            paramLabel = "TICK",
            converter = Arguments.Tick.class,
            description = "Stop after this tick.")
    private Optional<Long> until = Optional.empty();

    @Option(
            names = "--venue",
            paramLabel = "NAME",
            description = "Venue of frames whose feed does not tell; the first configured unless named.")
    private Optional<String> venue = Optional.empty();

    @Option(
            names = "--recorded-plugins",
            description =
                    "Run the exchange plugins that lie beside the captures, where the plugins folder has other builds.")
    private boolean recordedPlugins;

    @Mixin
    private final DurabilityOption durability = new DurabilityOption();

    @Mixin
    private JsonOption json = new JsonOption();

    ReplayCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.installation = installation;
        this.configuration = new ConfigurationOption(installation);
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        if (resume && data.isEmpty()) {
            throw new PawlException(Kind.USAGE, "--resume continues what lies in a folder: name it with --data DIR");
        }
        ReplayRequest request = new ReplayRequest(
                captures.isEmpty() ? installation.recordings() : captures,
                data,
                configuration.folder(),
                !configuration.isGiven(),
                plugins.folder(),
                auto,
                strict,
                resume,
                until.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                venue,
                recordedPlugins,
                durability.orElse(Durability.SYSTEM));
        ReplayReport report = run(request);
        if (json.isGiven()) {
            ReplayJson.write(report, streams);
        } else {
            streams.lines(new ReplaySummary(request, report).lines());
        }
        return 0;
    }

    private ReplayReport run(ReplayRequest request) throws PawlException {
        try (ReplayProgress progress = ReplayProgress.of(streams, json.isGiven())) {
            return Replay.run(request, progress);
        }
    }
}
