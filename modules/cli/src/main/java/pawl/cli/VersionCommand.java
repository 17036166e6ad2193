package pawl.cli;

import java.util.SequencedMap;
import java.util.concurrent.Callable;
import pawl.kernel.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "version",
        sortOptions = false,
        description = "Print the versions of Pawl, its plugin API, its formats and its Java.",
        footer = {"", "Example:", "  pawl version --json"})
final class VersionCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private JsonOption json = new JsonOption();

    VersionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        SequencedMap<String, String> versions = Versions.all();
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                versions.forEach(writer::property);
                writer.endObject();
            }
        } else {
            TextTable table = new TextTable("ll");
            versions.forEach(table::row);
            streams.lines(table.lines());
        }
        return 0;
    }
}
