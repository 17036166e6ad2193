package pawl.cli;

import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.ConfigurationCheck;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        sortOptions = false,
        description = "Say what is wrong with a configuration, one line a problem. Exit code 2 when something is.",
        footer = {"", "Example:", "  pawl config check --config my-config"})
final class ConfigCheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final ConfigurationOption configuration;

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    ConfigCheckCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.configuration = new ConfigurationOption(installation);
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        List<String> problems = ConfigurationCheck.check(configuration.folder(), plugins.folder());
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.property("fine", problems.isEmpty());
                writer.texts("problems", problems);
                writer.endObject();
            }
        } else {
            streams.lines(problems.isEmpty() ? List.of("configuration is fine") : problems);
        }
        return problems.isEmpty() ? 0 : Kind.USAGE.exitCode();
    }
}
