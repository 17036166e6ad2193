package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Option;

/** The folder that holds pawl.yaml. */
final class ConfigurationOption {
    private final Installation installation;

    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "Folder that holds pawl.yaml; the installation's unless named.")
    private Optional<Path> configuration = Optional.empty();

    ConfigurationOption(Installation installation) {
        this.installation = installation;
    }

    boolean isGiven() {
        return configuration.isPresent();
    }

    Path folder() throws PawlException {
        return configuration.isPresent() ? configuration.get() : installation.configuration();
    }
}
