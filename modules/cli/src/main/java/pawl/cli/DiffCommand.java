package pawl.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import pawl.kernel.RunDifference;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RunDifferences;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Say where two runs part: the first tick, token, record and field, and the inputs just before.",
            "Exit code 0 when they are the same, 1 when they differ, 3 when one is damaged."
        },
        footer = {"", "Example:", "  pawl diff out-monday out-tuesday"})
final class DiffCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(index = "0", paramLabel = "LEFT", description = "A data folder.")
    private Path left = Path.of("");

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The other one.")
    private Path right = Path.of("");

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    DiffCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        RunDifferences differences = RunDifference.of(left, right, plugins.folder());
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                DiffJson.write(writer, left, right, differences);
            }
        } else {
            streams.line("left   " + left);
            streams.line("right  " + right);
            streams.lines(DiffText.lines(differences));
        }
        if (!differences.damage().isEmpty()) {
            return Kind.BAD_DATA.exitCode();
        }
        return differences.isNone() ? 0 : Kind.CHECK_FAILED.exitCode();
    }
}
