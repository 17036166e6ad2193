package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import pawl.kernel.Simulation;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SimulationListener;
import pawl.kernel.contract.SimulationReport;
import pawl.kernel.contract.SimulationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        sortOptions = false,
        description = {
            "Run whole engines on simulated venues, clocks and disks that fail as a seed draws it, and check what must hold.",
            "Nothing is read but the configuration and the plugins, and nothing is written. A seed that finds something is"
                    + " told with the command that repeats it (exit 1)."
        },
        footer = {
            "",
            "Example:",
            "  pawl simulate --fresh --seeds 100",
            "  pawl simulate --seed 17 --hours 1 --config my-config --plugins my-plugins"
        })
final class SimulateCommand implements Callable<Integer> {
    private static final double MOST_HOURS = 24;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final Streams streams;
    private final Installation installation;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed; default 1.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "1",
            description = "How many seeds, one after the other; default 1.")
    private int seeds;

    @Option(names = "--fresh", description = "Begin with a seed that nobody has chosen; it is printed.")
    private boolean fresh;

    @Option(
            names = "--hours",
            paramLabel = "H",
            defaultValue = "1",
            description = "Hours of market time for each seed, up to 24; 0.25 are a quarter of an hour. Default 1.")
    private double hours;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder that holds pawl.yaml; the installation's config/simulation unless named.")
    private Optional<Path> configuration = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    @Option(
            names = "--frames",
            paramLabel = "CAPTURE",
            description =
                    "What the venues send, in place of a market in Binance's wire format: for adapters of other venues.")
    private List<Path> captures = List.of();

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Where to put what the engines of a seed that finds something left, to look into.")
    private Optional<Path> kept = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    SimulateCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.installation = installation;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        long first = firstSeed();
        int seconds = seconds();
        SimulationRequest request = new SimulationRequest(
                configuration.isPresent()
                        ? configuration.get()
                        : installation.configuration().resolve("simulation"),
                plugins.folder(),
                first,
                Arguments.inRange("--seeds", seeds, Integer.MAX_VALUE),
                seconds,
                kept);
        if (!json.isGiven()) {
            streams.line("seeds " + first + " to " + (first + seeds - 1) + ", " + hours + " h of market time each");
        }
        SimulationReport report = Simulation.run(request, new SimulatedMarket(captures), new Listener());
        if (json.isGiven()) {
            write(report);
        } else {
            streams.line(summary(report));
        }
        return report.failures().isEmpty() ? 0 : Kind.CHECK_FAILED.exitCode();
    }

    private long firstSeed() throws PawlException {
        if (fresh && seed.isPresent()) {
            throw new PawlException(Kind.USAGE, "--fresh chooses the seed that --seed names: give one of them");
        }
        return fresh ? new SplittableRandom().nextLong(1_000_000_000_000L) : seed.orElse(1L);
    }

    private int seconds() throws PawlException {
        double seconds = hours * SECONDS_PER_HOUR;
        if (!(seconds >= 1 && hours <= MOST_HOURS)) {
            throw new PawlException(Kind.USAGE, "--hours " + hours + " is not allowed; give a second to 24 hours");
        }
        return (int) seconds;
    }

    private final class Listener implements SimulationListener {
        @Override
        public void ended(long ofSeed) {
            if (streams.errorIsTerminal() && !json.isGiven()) {
                streams.redrawErrorLine("seed " + ofSeed);
            }
        }

        @Override
        public void failed(SimulationReport.Failure failure) {
            if (streams.errorIsTerminal() && !json.isGiven()) {
                streams.redrawErrorLine("");
            }
            streams.errorLine("seed " + failure.seed() + (failure.tick() < 0 ? "" : ", tick " + failure.tick()) + ": "
                    + failure.what());
            streams.errorLine("  again: " + command(failure.seed()));
        }
    }

    private String command(long ofSeed) {
        StringBuilder command = new StringBuilder("pawl simulate --seed " + ofSeed + " --hours " + hours);
        configuration.ifPresent(folder -> command.append(" --config ").append(folder));
        plugins.given().ifPresent(folder -> command.append(" --plugins ").append(folder));
        captures.forEach(capture -> command.append(" --frames ").append(capture));
        return command.toString();
    }

    private static String summary(SimulationReport report) {
        return String.format(
                Locale.ROOT,
                "%d seeds, %d failed; %,d ticks, %,d steps of machines, %,d processes; %.1f hours of market time a minute",
                report.seeds(),
                report.failures().size(),
                report.ticks(),
                report.steps(),
                report.processes(),
                report.hoursPerMinute());
    }

    private void write(SimulationReport report) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.property("seeds", report.seeds());
            writer.property("ticks", report.ticks());
            writer.property("steps", report.steps());
            writer.property("processes", report.processes());
            writer.property("hoursPerMinute", report.hoursPerMinute());
            writer.beginArray("failures");
            for (SimulationReport.Failure failure : report.failures()) {
                writer.beginObject();
                writer.property("seed", failure.seed());
                writer.property("tick", failure.tick());
                writer.property("what", failure.what());
                writer.property("command", command(failure.seed()));
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
