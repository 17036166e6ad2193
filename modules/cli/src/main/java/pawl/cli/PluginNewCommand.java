package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new",
        sortOptions = false,
        description =
                "Write a plugin's whole project into a new folder: it builds, passes the conformance kit, and can be dropped in.",
        footer = {"", "Example:", "  pawl plugin new exchange-acme"})
final class PluginNewCommand implements Callable<Integer> {
    private final Streams streams;
    private final Installation installation;

    @Parameters(
            paramLabel = "ID",
            description = "The plugin's id, its kind first: exchange-, feature-, tier- or storage-, then its name.")
    private String id = "";

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "The new folder; one named like the plugin unless given.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The Java package and module; made from the id unless given, for example exchange.acme.")
    private Optional<String> packageName = Optional.empty();

    PluginNewCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.installation = installation;
    }

    @Override
    public Integer call() throws PawlException {
        PluginNames names = PluginNames.of(id, packageName);
        Path target = folder.orElse(Path.of(id));
        PluginProject.write(names, installation.repository(), target);
        streams.line("wrote " + target);
        streams.lines(List.of(
                "",
                "  cd " + target,
                "  mvn verify                              # compiles, and runs the conformance kit",
                "  cp -r target/" + id + " PAWL/plugins/   # drops it in",
                "",
                "README.md in it says where to go on from there."));
        return 0;
    }
}
