package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.ConversionReport;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.scenario.Scenario;
import pawl.scenario.ScenarioDescription;
import pawl.scenario.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "scenario",
        sortOptions = false,
        description = {
            "Write a synthetic market as a capture: all six inputs in the wire format of an exchange, around an event.",
            "The same name, tokens, seed and hours give the same bytes."
        },
        footer = {
            "",
            "Example:",
            "  pawl scenario world-cup --tokens 30 --seed 7 --out wc.pawlcap",
            "  pawl replay wc.pawlcap --config config/world-cup --data out"
        })
final class ScenarioCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The scenario; --list names them.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--list", description = "List the scenarios.")
    private boolean lists;

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "The capture to write.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    ScenarioCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        if (lists) {
            list();
        } else {
            write();
        }
        return 0;
    }

    private void list() {
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.beginArray("scenarios");
                for (ScenarioDescription scenario : Scenarios.all()) {
                    writer.beginObject();
                    writer.property("name", scenario.name());
                    writer.property("title", scenario.title());
                    writer.property("configuration", scenario.configuration());
                    writer.property("tokens", scenario.defaultTokens());
                    writer.property("hours", scenario.defaultHours());
                    writer.endObject();
                }
                writer.endArray();
                writer.endObject();
            }
            return;
        }
        TextTable table = new TextTable("llrl");
        table.row("NAME", "CONFIGURATION", "TOKENS", "WHAT HAPPENS");
        for (ScenarioDescription scenario : Scenarios.all()) {
            table.row(
                    scenario.name(),
                    scenario.configuration(),
                    Integer.toString(scenario.defaultTokens()),
                    scenario.title());
        }
        streams.lines(table.lines());
    }

    private void write() throws PawlException {
        ScenarioDescription chosen = chosen();
        Scenario scenario = options.create(chosen);
        Path file = output.orElseThrow(() -> new PawlException(Kind.USAGE, "name the capture to write with --out"));
        ConversionReport report = CaptureTools.record(frames -> scenario.play(frames::frame), file);
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.property("file", report.file());
                writer.property("label", scenario.label());
                writer.property("frames", report.frames());
                writer.property("bytes", report.bytes());
                writer.endObject();
            }
        } else {
            streams.line(report.file() + ": " + Figures.grouped(report.frames()) + " frames, "
                    + Figures.grouped(report.bytes()) + " bytes; " + scenario.label());
        }
    }

    private ScenarioDescription chosen() throws PawlException {
        return ScenarioOptions.describe(
                name.orElseThrow(() -> new PawlException(Kind.USAGE, "name a scenario; --list shows them")));
    }
}
