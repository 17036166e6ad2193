package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.ConversionReport;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "convert",
        sortOptions = false,
        description = "Write captures, merged, as one capture of Pawl's own format, which keeps each frame's tick.",
        footer = {"", "Example:", "  pawl capture convert monday.gz tuesday.gz --output both.pawl"})
final class CaptureConvertCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "CAPTURE", arity = "1..*", description = "Recordings, or folders of them.")
    private List<Path> captures = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            description = "The capture to write.")
    private Path output = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    CaptureConvertCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        ConversionReport report = CaptureTools.convert(captures, output);
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.property("file", report.file());
                writer.property("frames", report.frames());
                writer.property("bytes", report.bytes());
                writer.texts("problems", report.problems());
                writer.endObject();
            }
        } else {
            streams.line(report.file() + ": " + Figures.grouped(report.frames()) + " frames, "
                    + Figures.grouped(report.bytes()) + " bytes");
            report.problems().forEach(streams::errorLine);
        }
        return 0;
    }
}
