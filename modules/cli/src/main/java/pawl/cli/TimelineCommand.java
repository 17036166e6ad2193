package pawl.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import pawl.kernel.Timelines;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.Timeline;
import pawl.kernel.contract.Timeline.Step;
import pawl.kernel.contract.TimelineRequest;
import pawl.timeline.TimelinePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "timeline",
        sortOptions = false,
        description = {
            "Show states, phases, heat and prices over time: as text, as JSON, or as a page with charts.",
            "The inputs in the logs are run again, and every byte is compared."
        },
        footer = {
            "",
            "Example:",
            "  pawl timeline --data out --html timeline.html",
            "  pawl timeline --data out --token CHZ --from 2026-07-19T18:00:00Z"
        })
final class TimelineCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @Option(names = "--token", paramLabel = "NAME", split = ",", description = "Only this token; may be given again.")
    private Set<String> tokens = new TreeSet<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Arguments.Moment.class,
            description = "From this time on, in UTC as 2026-07-19T18:00:00Z.")
    private Optional<Long> fromTick = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", converter = Arguments.Moment.class, description = "Up to this time.")
    private Optional<Long> toTick = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "Seconds between two points of heat; default 10.")
    private int stepSeconds;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with charts, which needs no network.")
    private Optional<Path> html = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    TimelineCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        if (stepSeconds < 1) {
            throw new PawlException(Kind.USAGE, "--step " + stepSeconds + " is not allowed; it must be at least 1");
        }
        Timeline timeline = Timelines.of(
                new TimelineRequest(data, plugins.folder(), tokens, optional(fromTick), optional(toTick), stepSeconds));
        if (html.isPresent()) {
            writePage(timeline, html.get());
        }
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                TimelineJson.write(timeline, writer);
            }
        } else if (html.isEmpty()) {
            print(timeline);
        }
        return 0;
    }

    private void writePage(Timeline timeline, Path file) throws PawlException {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            TimelineJson.write(timeline, writer);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            TimelinePage.write(out, text.toString(), "Pawl timeline of " + data);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, file + " cannot be written: " + e, e);
        }
        streams.errorLine(file + " written");
    }

    private void print(Timeline timeline) {
        if (timeline.isSynthetic()) {
            streams.line("SYNTHETIC: a market model made these inputs; no exchange sent them");
        }
        timeline.events().forEach(event -> print("event " + event.event(), event.transitions()));
        timeline.clusters().forEach(cluster -> print("cluster " + cluster.cluster(), cluster.transitions()));
        timeline.tokens().forEach(token -> print("token " + token.token(), token.transitions()));
    }

    private void print(String title, List<Step> steps) {
        streams.line("");
        streams.line(title + (steps.isEmpty() ? ": no transition" : ""));
        TextTable table = new TextTable("lllllll");
        for (Step step : steps) {
            table.row(
                    Figures.tickStart(step.tick()),
                    step.from(),
                    step.to(),
                    step.reason(),
                    step.measure() + (step.measure().equals("TIME") ? "" : " " + shortly(step.measured())),
                    step.measure().equals("TIME") ? "" : threshold(step),
                    step.price().isPresent() ? "price " + shortly(step.price().getAsDouble()) : "");
        }
        streams.lines(table.lines());
    }

    private static String threshold(Step step) {
        String text = "against " + shortly(step.threshold()) + " = " + shortly(step.base()) + " x "
                + shortly(step.tierFactor()) + " x " + shortly(step.phaseFactor());
        boolean isClusters = step.baselineFactor() != 1 || step.sizeFactor() != 1;
        return isClusters ? text + " x " + shortly(step.baselineFactor()) + " x " + shortly(step.sizeFactor()) : text;
    }

    private static String shortly(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }

    private static OptionalLong optional(Optional<Long> tick) {
        return tick.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }
}
