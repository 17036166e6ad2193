package pawl.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import pawl.kernel.Feeds;
import pawl.kernel.contract.FeedReport;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "feeds",
        sortOptions = false,
        description = {
            "Say how well the venues were heard: frames, gaps, what was fetched afterwards, how long each stream could be trusted.",
            "All of it stands in the logs, so a replay's says the same."
        },
        footer = {"", "Example:", "  pawl feeds --data out --day 2026-11-25"})
final class FeedsCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder of a run.")
    private Path data = Path.of("");

    @Option(
            names = "--day",
            paramLabel = "DAY",
            converter = Arguments.Day.class,
            description = "Only this UTC day; all that there are unless named.")
    private Optional<LocalDate> day = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    FeedsCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        List<FeedReport> reports = Feeds.report(data, day, plugins.folder());
        if (json.isGiven()) {
            printJson(reports);
        } else {
            reports.forEach(this::print);
        }
        return 0;
    }

    private void print(FeedReport report) {
        streams.line(report.day() + (report.isSynthetic() ? " (SYNTHETIC: no venue was heard)" : ""));
        TextTable table = new TextTable("llllrrrrrrrrrl")
                .row(
                        "VENUE",
                        "TOKEN",
                        "STREAM",
                        "STATE",
                        "FRAMES",
                        "LOGGED",
                        "BACKFILLED",
                        "GAPS",
                        "MISSING",
                        "UNREPAIRED",
                        "CONNECTS",
                        "BREAKS",
                        "TRUSTED",
                        "");
        for (FeedReport.Stream stream : report.streams()) {
            table.row(
                    stream.venue(),
                    stream.token(),
                    stream.kind(),
                    stream.state(),
                    Figures.grouped(stream.frames()),
                    Figures.grouped(stream.logged()),
                    Figures.grouped(stream.backfilled()),
                    Figures.grouped(stream.gaps()),
                    Figures.grouped(stream.missingIds()),
                    Figures.grouped(stream.unrepaired()),
                    Figures.grouped(stream.connects()),
                    Figures.grouped(stream.breaks()),
                    trusted(stream),
                    stream.isSampled() ? "sampled by the venue" : "");
        }
        streams.lines(table.lines());
        streams.line("clock set: "
                + (report.clockStepsMs().isEmpty()
                        ? "never"
                        : report.clockStepsMs().stream()
                                .map(step -> step + " ms")
                                .collect(Collectors.joining(", ")))
                + "; nothing read for " + Figures.grouped(report.backPressureMs()) + " ms (back-pressure); outages: "
                + report.outages());
    }

    private static String trusted(FeedReport.Stream stream) {
        long allMs =
                stream.msInState().values().stream().mapToLong(Long::longValue).sum();
        long trustedMs = stream.msInState().getOrDefault("SYNCHRONIZED", 0L);
        return allMs == 0 ? "" : trustedMs * 100 / allMs + "%";
    }

    private void printJson(List<FeedReport> reports) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("days");
            for (FeedReport report : reports) {
                writer.beginObject();
                writer.property("day", report.day().toString());
                writer.property("synthetic", report.isSynthetic());
                writer.texts(
                        "clockStepsMs",
                        report.clockStepsMs().stream().map(String::valueOf).toList());
                writer.property("backPressureMs", report.backPressureMs());
                writer.property("outages", report.outages());
                writer.beginArray("streams");
                report.streams().forEach(stream -> writeStream(writer, stream));
                writer.endArray();
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }

    private static void writeStream(JsonWriter writer, FeedReport.Stream stream) {
        writer.beginObject();
        writer.property("venue", stream.venue());
        writer.property("token", stream.token());
        writer.property("kind", stream.kind());
        writer.property("sampled", stream.isSampled());
        writer.property("state", stream.state());
        writer.property("frames", stream.frames());
        writer.property("logged", stream.logged());
        writer.property("backfilled", stream.backfilled());
        writer.property("gaps", stream.gaps());
        writer.property("missingIds", stream.missingIds());
        writer.property("unrepaired", stream.unrepaired());
        writer.property("connects", stream.connects());
        writer.property("breaks", stream.breaks());
        writer.counts("msInState", stream.msInState());
        writer.endObject();
    }
}
