package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.CaptureSummary;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "info",
        sortOptions = false,
        description = "Read captures through and say what each holds.",
        footer = {"", "Example:", "  pawl capture info my-recording.gz"})
final class CaptureInfoCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "CAPTURE", arity = "1..*", description = "Recordings, or folders of them.")
    private List<Path> captures = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    CaptureInfoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        List<CaptureSummary> summaries = CaptureTools.info(captures);
        if (json.isGiven()) {
            printJson(summaries);
        } else {
            summaries.forEach(this::print);
        }
        return 0;
    }

    private void print(CaptureSummary capture) {
        TextTable table = new TextTable("lll")
                .row("", "format", capture.format())
                .row(
                        "",
                        "frames",
                        Figures.grouped(capture.frames()) + ", " + Figures.grouped(capture.frameBytes()) + " bytes");
        if (capture.firstArrivalNs().isPresent() && capture.lastArrivalNs().isPresent()) {
            table.row("", "arrived", time(capture.firstArrivalNs()) + " to " + time(capture.lastArrivalNs()) + " UTC");
        }
        if (capture.firstTick().isPresent() && capture.lastTick().isPresent()) {
            table.row(
                    "",
                    "ticks",
                    capture.firstTick().getAsLong() + " to "
                            + capture.lastTick().getAsLong());
        }
        capture.framesByFeed().forEach((feed, frames) -> {
            if (!feed.isEmpty()) {
                table.row("", "feed", feed + " " + Figures.grouped(frames));
            }
        });
        capture.recordedUnder().forEach(line -> table.row("", "recorded under", line));
        capture.problems().forEach(problem -> table.row("", "problem", problem));
        streams.line(capture.file());
        streams.lines(table.lines());
    }

    private static String time(OptionalLong epochNs) {
        return epochNs.isPresent() ? Figures.timeOfNs(epochNs.getAsLong()) : "";
    }

    private void printJson(List<CaptureSummary> summaries) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("captures");
            for (CaptureSummary capture : summaries) {
                writer.beginObject();
                writer.property("file", capture.file());
                writer.property("format", capture.format());
                writer.property("frames", capture.frames());
                writer.property("frameBytes", capture.frameBytes());
                writer.property("firstArrivalNs", capture.firstArrivalNs());
                writer.property("lastArrivalNs", capture.lastArrivalNs());
                writer.property("firstTick", capture.firstTick());
                writer.property("lastTick", capture.lastTick());
                writer.counts("framesByFeed", capture.framesByFeed());
                writer.texts("recordedUnder", capture.recordedUnder());
                writer.texts("problems", capture.problems());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
