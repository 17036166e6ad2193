package pawl.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.Verification;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.VerificationReport;
import pawl.kernel.contract.VerificationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Say whether a data folder is whole, unaltered, and what its inputs give.",
            "Checks every file, record and commit, the seals, and then runs every tick again from the inputs.",
            "Exit code 0 when it is, 1 when running it again gives something else or something is not committed,",
            "3 when it is damaged, 5 when a plugin or configuration that the logs name is not here."
        },
        footer = {"", "Example:", "  pawl verify --data out", "  pawl verify --data out --key operator.pub --json"})
final class VerifyCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @Option(
            names = "--day",
            paramLabel = "DATE",
            converter = Arguments.Day.class,
            description = "Look at the files of this UTC day only; inputs are run again from the first day up to it.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The operator's public key, which every seal must be signed with.")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    VerifyCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        VerificationReport report = Verification.of(new VerificationRequest(data, plugins.folder(), day, key));
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                VerifyJson.write(writer, data, report);
            }
        } else {
            streams.lines(VerifyText.lines(data, report));
        }
        return report.verdict().exitCode();
    }
}
