package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.Explanations;
import pawl.kernel.contract.Explanation;
import pawl.kernel.contract.LogRecord;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Say why a token stood where it stood after a tick: features, measures, thresholds with their factors,",
            "counts, clusters, events, and what came in."
        },
        footer = {
            "",
            "Example:",
            "  pawl explain --data out --token CHZ --tick 7137950604",
            "  pawl explain --data out --token CHZ --time 2026-07-19T19:16:51Z"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @Option(names = "--token", paramLabel = "NAME", required = true, description = "The token.")
    private String token = "";

    @Option(names = "--tick", paramLabel = "TICK", converter = Arguments.Tick.class, description = "The tick.")
    private Optional<Long> tick = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "TIME",
            converter = Arguments.Moment.class,
            description = "The tick of this time, in UTC as 2026-07-19T19:16:51Z, instead.")
    private Optional<Long> time = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    ExplainCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        long asked = tick.or(() -> time)
                .orElseThrow(() -> new PawlException(Kind.USAGE, "name the tick with --tick or --time"));
        Explanation explanation = Explanations.of(data, plugins.folder(), token, asked);
        if (json.isGiven()) {
            printJson(explanation);
        } else {
            print(explanation);
        }
        return 0;
    }

    private void print(Explanation explanation) {
        streams.line(explanation.token() + " after tick " + explanation.tick() + " ("
                + Figures.tickStart(explanation.tick()) + " UTC)"
                + (explanation.isSynthetic() ? ", SYNTHETIC inputs" : ""));
        explanation.parts().forEach((part, fields) -> {
            streams.line("");
            streams.line(part);
            TextTable table = new TextTable("lll");
            fields.forEach((name, value) -> table.row("", name, FieldText.of(value)));
            streams.lines(table.lines());
        });
        streams.line("");
        streams.line(explanation.records().isEmpty() ? "the tick left no record" : "records of the tick");
        explanation.records().forEach(record -> streams.line("  " + LogCatCommand.line(record)));
    }

    private void printJson(Explanation explanation) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.property("token", explanation.token());
            writer.property("tick", explanation.tick());
            writer.property("synthetic", explanation.isSynthetic());
            writer.beginObject("parts");
            explanation.parts().forEach((part, fields) -> {
                writer.beginObject(part);
                writer.properties(fields);
                writer.endObject();
            });
            writer.endObject();
            writer.beginArray("records");
            for (LogRecord record : explanation.records()) {
                writer.beginObject();
                writer.properties(record.fields());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
