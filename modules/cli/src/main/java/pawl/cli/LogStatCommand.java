package pawl.cli;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import pawl.kernel.LogInspection;
import pawl.kernel.contract.LogStatistics;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stat",
        sortOptions = false,
        description = "Check logs and say what they hold. Exit code 1 when one is damaged.",
        footer = {"", "Example:", "  pawl log stat out"})
final class LogStatCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private LogSelection selection = new LogSelection();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    LogStatCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        List<LogStatistics> logs = LogInspection.statistics(selection.query(), plugins.folder());
        if (json.isGiven()) {
            printJson(logs);
        } else {
            printTable(logs);
        }
        boolean isDamaged = logs.stream().anyMatch(log -> log.damage().isPresent());
        return isDamaged ? Kind.CHECK_FAILED.exitCode() : 0;
    }

    private void printTable(List<LogStatistics> logs) {
        TextTable table = new TextTable("llrlll").row("TOKEN", "DAY", "RECORDS", "FROM (UTC)", "TO (UTC)", "LOG");
        for (LogStatistics log : logs) {
            table.row(
                    log.token().isEmpty() ? "-" : log.token(),
                    log.day().toString(),
                    Figures.grouped(log.records()),
                    time(log.firstTick()),
                    time(log.lastTick()),
                    log.log());
        }
        streams.lines(table.lines());
        for (LogStatistics log : logs) {
            streams.line("");
            streams.line(
                    log.log() + " (format " + log.formatVersion() + (log.isSynthetic() ? ", SYNTHETIC" : "") + ")");
            streams.line("  sha256  " + log.sha256());
            streams.line("  config  " + log.configurationSha256());
            log.plugins().forEach(plugin -> streams.line("  plugin  " + plugin));
            streams.line("  types   " + types(log));
            if (log.unknownRecords() > 0) {
                streams.line("  unknown " + Figures.grouped(log.unknownRecords()) + " records of types that format "
                        + log.formatVersion() + " has and this build does not know");
            }
            log.damage().ifPresent(damage -> streams.line("  DAMAGED " + damage));
        }
    }

    private static String types(LogStatistics log) {
        return log.recordsByType().entrySet().stream()
                .map(type -> type.getKey() + " " + Figures.grouped(type.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String time(OptionalLong tick) {
        return tick.isPresent() ? Figures.tickStart(tick.getAsLong()) : "";
    }

    private void printJson(List<LogStatistics> logs) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("logs");
            for (LogStatistics log : logs) {
                writer.beginObject();
                writer.property("log", log.log());
                writer.property("token", log.token());
                writer.property("day", log.day().toString());
                writer.property("formatVersion", log.formatVersion());
                writer.property("synthetic", log.isSynthetic());
                writer.property("configurationSha256", log.configurationSha256());
                writer.texts("plugins", log.plugins());
                writer.property("records", log.records());
                writer.counts("types", log.recordsByType());
                writer.property("unknownRecords", log.unknownRecords());
                writer.property("firstTick", log.firstTick());
                writer.property("lastTick", log.lastTick());
                writer.property("sha256", log.sha256());
                writer.property("damage", log.damage());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
