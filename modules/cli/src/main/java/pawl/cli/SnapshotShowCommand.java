package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.SnapshotInspection;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.SnapshotView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        sortOptions = false,
        description = "Check a snapshot and print the state that it holds.",
        footer = {"", "Example:", "  pawl snapshot show out/snapshots/BTCUSDT/6722612858.snapshot"})
final class SnapshotShowCommand implements Callable<Integer> {
    private static final int ITEMS_OF_ROW = 4;

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The snapshot.")
    private Path file = Path.of("");

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    SnapshotShowCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        SnapshotView snapshot = SnapshotInspection.show(file, plugins.folder());
        if (json.isGiven()) {
            printJson(snapshot);
        } else {
            print(snapshot);
        }
        return 0;
    }

    private void print(SnapshotView snapshot) {
        TextTable head = new TextTable("ll")
                .row("snapshot", snapshot.file())
                .row("token", snapshot.token())
                .row("after tick", snapshot.tick() + " (" + Figures.tickStart(snapshot.tick()) + " UTC)")
                .row("log", snapshot.day() + ", " + Figures.grouped(snapshot.logRecords()) + " records")
                .row("config", snapshot.configurationSha256());
        streams.lines(head.lines());
        snapshot.regions().forEach((region, fields) -> {
            streams.line("");
            streams.line(region);
            TextTable table = new TextTable("lll");
            fields.forEach((name, value) -> addRows(table, name, value));
            streams.lines(table.lines());
        });
    }

    /** A long list, as of a plugin's words, takes several rows. */
    private static void addRows(TextTable table, String name, Object value) {
        if (!(value instanceof List<?> list)) {
            table.row("", name, FieldText.of(value));
            return;
        }
        for (int i = 0; i < list.size(); i += ITEMS_OF_ROW) {
            List<?> row = list.subList(i, Math.min(i + ITEMS_OF_ROW, list.size()));
            table.row("", i == 0 ? name : "", FieldText.of(row));
        }
    }

    private void printJson(SnapshotView snapshot) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.property("file", snapshot.file());
            writer.property("token", snapshot.token());
            writer.property("tick", snapshot.tick());
            writer.property("day", snapshot.day().toString());
            writer.property("logRecords", snapshot.logRecords());
            writer.property("configurationSha256", snapshot.configurationSha256());
            writer.beginObject("regions");
            snapshot.regions().forEach((region, fields) -> {
                writer.beginObject(region);
                writer.properties(fields);
                writer.endObject();
            });
            writer.endObject();
            writer.endObject();
        }
    }
}
