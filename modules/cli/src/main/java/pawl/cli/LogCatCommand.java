package pawl.cli;

import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.LogInspection;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "cat",
        sortOptions = false,
        description = "Print the records of logs, one a line.",
        footer = {
            "",
            "Example:",
            "  pawl log cat out --token BTCUSDT --type TRADE,TRANSITION",
            "  pawl log cat out --day 2023-04-05 --json | head"
        })
final class LogCatCommand implements Callable<Integer> {
    /** What a line for people starts with. */
    private static final List<String> SAID_BEFORE = List.of("type", "tickStartMs");

    private final Streams streams;

    @Mixin
    private LogSelection selection = new LogSelection();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    LogCatCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        if (json.isGiven()) {
            printJson();
        } else {
            LogInspection.cat(selection.query(), plugins.folder(), record -> streams.line(line(record)));
        }
        return 0;
    }

    private void printJson() throws PawlException {
        try (JsonWriter writer = streams.json()) {
            LogInspection.cat(selection.query(), plugins.folder(), record -> {
                writer.beginObject();
                writer.property("log", record.log());
                writer.property("token", record.token());
                writer.properties(record.fields());
                writer.endObject();
            });
        }
    }

    static String line(LogRecord record) {
        StringBuilder line = new StringBuilder();
        if (record.fields().get("tick") instanceof Long tick) {
            line.append(Figures.tickStart(tick)).append("Z ");
        }
        line.append(record.token().isEmpty() ? "-" : record.token());
        line.append(' ').append(FieldText.of(record.fields().getOrDefault("type", "-")));
        record.fields().forEach((name, value) -> {
            if (!SAID_BEFORE.contains(name) && !value.equals(List.of())) {
                line.append(' ').append(name).append('=').append(FieldText.of(value));
            }
        });
        return line.toString();
    }
}
