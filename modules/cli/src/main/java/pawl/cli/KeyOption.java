package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Option;

/** The file of the operator's secret key. */
final class KeyOption {
    private static final String FILE = "operator.key";

    private final Installation installation;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The operator's secret key; config/operator.key of the installation unless named.")
    private Optional<Path> key = Optional.empty();

    KeyOption(Installation installation) {
        this.installation = installation;
    }

    /** What the user named. */
    Optional<Path> given() {
        return key;
    }

    Path file() throws PawlException {
        return key.isPresent() ? key.get() : installation.configuration().resolve(FILE);
    }
}
