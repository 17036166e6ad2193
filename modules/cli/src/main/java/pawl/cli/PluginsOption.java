package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Option;

/** The folder that plugins are loaded from. */
final class PluginsOption {
    private final Installation installation;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder of plugins; the installation's unless named.")
    private Optional<Path> plugins = Optional.empty();

    PluginsOption(Installation installation) {
        this.installation = installation;
    }

    /** What the user named. */
    Optional<Path> given() {
        return plugins;
    }

    Path folder() throws PawlException {
        return plugins.isPresent() ? plugins.get() : installation.plugins();
    }
}
