package pawl.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.Archives;
import pawl.kernel.contract.ArchivedDays;
import pawl.kernel.contract.ArchivedMajor;
import pawl.kernel.contract.CompressedLog;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "archive",
        sortOptions = false,
        description = {
            "Put away what is finished in a data folder that no engine runs on.",
            "--major moves all of it into a folder of its own below archive, with a manifest, and leaves the data folder as a"
                    + " new one. --compress makes sealed days smaller; all commands read them as they are. Whatever stops"
                    + " it, the same command again finishes it."
        },
        footer = {
            "",
            "Example:",
            "  pawl archive --data out --compress --before 2026-07-01",
            "  pawl archive --data out --major"
        })
final class ArchiveCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Action action = new Action();

    @ArgGroup
    private Days days = new Days();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    /** One of them. */
    static final class Action {
        @Option(names = "--major", description = "Move all logs, snapshots, seals and configurations aside.")
        private boolean isMajor;

        @Option(names = "--compress", description = "Compress the logs of sealed days, the last day never.")
        private boolean isCompressing;

        @Option(names = "--restore", description = "Turn compressed logs back.")
        private boolean isRestoring;
    }

    /** At most one of them. */
    static final class Days {
        @Option(names = "--day", paramLabel = "DAY", description = "This UTC day alone, as 2026-07-19.")
        private Optional<LocalDate> day = Optional.empty();

        @Option(names = "--before", paramLabel = "DAY", description = "All days before this one.")
        private Optional<LocalDate> before = Optional.empty();
    }

    ArchiveCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        ArchivedDays meant = new ArchivedDays(days.day, days.before);
        if (action.isMajor) {
            if (meant.day().isPresent() || meant.before().isPresent()) {
                throw new PawlException(Kind.USAGE, "--major moves all days; leave out --day and --before");
            }
            printMajor(Archives.major(data, plugins.folder()));
            return 0;
        }
        List<CompressedLog> logs = new ArrayList<>();
        if (action.isCompressing) {
            Archives.compress(data, plugins.folder(), meant, logs::add);
        } else if (action.isRestoring) {
            Archives.restore(data, plugins.folder(), meant, logs::add);
        }
        printLogs(logs);
        return 0;
    }

    private void printMajor(ArchivedMajor moved) {
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.property("archive", moved.folder().toString());
                writer.property("formatVersion", moved.formatVersion());
                writer.property("files", moved.files());
                writer.property("bytes", moved.bytes());
                writer.property("continued", moved.isContinued());
                writer.endObject();
            }
            return;
        }
        streams.line(moved.folder() + ": " + Figures.grouped(moved.files()) + " files, "
                + Figures.grouped(moved.bytes()) + " bytes of format " + moved.formatVersion()
                + (moved.isContinued() ? "; an archive that was stopped before is finished" : ""));
        streams.line(data + " is as a new data folder");
    }

    private void printLogs(List<CompressedLog> logs) {
        if (json.isGiven()) {
            printJson(logs);
            return;
        }
        if (logs.isEmpty()) {
            streams.line(
                    !action.isRestoring
                            ? "nothing to compress: no day is sealed, over and within what was asked for"
                            : "nothing to restore: no log of those days is compressed");
            return;
        }
        TextTable table = new TextTable("lrr").row("LOG", "BYTES", "COMPRESSED");
        long plain = 0;
        long compressed = 0;
        for (CompressedLog log : logs) {
            table.row(log.name(), Figures.grouped(log.plainBytes()), Figures.grouped(log.compressedBytes()));
            plain += log.plainBytes();
            compressed += log.compressedBytes();
        }
        streams.lines(table.row("", Figures.grouped(plain), Figures.grouped(compressed))
                .lines());
    }

    private void printJson(List<CompressedLog> logs) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("logs");
            for (CompressedLog log : logs) {
                writer.beginObject();
                writer.property("log", log.name());
                writer.property("bytes", log.plainBytes());
                writer.property("compressedBytes", log.compressedBytes());
                writer.property("sha256", log.sha256());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
