package pawl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import pawl.kernel.Seals;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SealReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "seal",
        sortOptions = false,
        description = {
            "Seal a UTC day: sign the root of its logs, chained to the day sealed before.",
            "An engine seals each day by itself when it is over; this is for a day cut short. No engine may be at work there,"
                    + " and what it writes into the logs of a sealed day later is covered by no seal."
        },
        footer = {"", "Example:", "  pawl seal --data out --day 2023-04-05"})
final class SealCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            required = true,
            converter = Arguments.Day.class,
            description = "The UTC day.")
    private LocalDate day = LocalDate.EPOCH;

    @Mixin
    private final KeyOption key;

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    SealCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.key = new KeyOption(installation);
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        Path keyFile = key.file();
        if (key.given().isPresent() && !Files.exists(keyFile)) {
            throw new PawlException(Kind.USAGE, "there is no key at " + keyFile + "; make one with `pawl keys new`");
        }
        SealReport report = Seals.seal(data, day, keyFile, plugins.folder());
        if (json.isGiven()) {
            printJson(report);
        } else {
            streams.line((report.isNew() ? "sealed " : "was sealed already, with the same bytes: ") + report.day()
                    + ": " + Figures.grouped(report.records()) + " records of " + report.tokens() + " tokens");
            streams.line(
                    report.isSigned()
                            ? "signed by " + report.operator()
                            : "unsigned: "
                                    + (report.isNew() ? "there is no key at " + keyFile : "nobody signed it then"));
            streams.line("root " + report.root() + " in " + data.resolve(report.file()));
        }
        return 0;
    }

    private void printJson(SealReport report) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.property("day", report.day().toString());
            writer.property("operator", report.operator());
            writer.property("signed", report.isSigned());
            writer.property("new", report.isNew());
            writer.property("tokens", report.tokens());
            writer.property("records", report.records());
            writer.property("root", report.root());
            writer.property("file", report.file());
            writer.endObject();
        }
    }
}
