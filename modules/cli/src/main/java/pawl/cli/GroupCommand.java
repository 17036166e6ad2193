package pawl.cli;

import pawl.kernel.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** A command that only groups others: by itself it is wrong usage. */
abstract class GroupCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(
            name = "pawl",
            versionProvider = PawlVersion.class,
            synopsisSubcommandLabel = "COMMAND",
            description = "Recorded exchange traffic in; logs, snapshots and a digest out, the same on every machine.",
            footer = {
                "",
                "Exit codes: 0 fine, 1 a check failed, 2 wrong usage or configuration,",
                "3 bad input data, 4 an invariant of the engine broke.",
                "",
                "Example:",
                "  pawl replay",
                "  pawl replay my-recording.gz --data out"
            })
    static final class Pawl extends GroupCommand {
        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT,
                description = "Say how to use the command.")
        @SuppressWarnings("unused") // its presence is all; picocli answers it, for the commands below too
        private boolean help;

        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Say which version this is; `pawl version` says more.")
        @SuppressWarnings("unused") // as help
        private boolean version;
    }

    /** For {@code --version}. */
    static final class PawlVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"pawl " + Versions.all().get("pawl")};
        }
    }

    @Command(
            name = "log",
            synopsisSubcommandLabel = "COMMAND",
            description = "Look into logs.",
            footer = {"", "Example:", "  pawl log stat out"})
    static final class Log extends GroupCommand {}

    @Command(
            name = "snapshot",
            synopsisSubcommandLabel = "COMMAND",
            description = "Look into snapshots.",
            footer = {"", "Example:", "  pawl snapshot show out/snapshots/BTCUSDT/6722612858.snapshot"})
    static final class Snapshot extends GroupCommand {}

    @Command(
            name = "config",
            synopsisSubcommandLabel = "COMMAND",
            description = "Look into the configuration.",
            footer = {"", "Example:", "  pawl config check --config my-config"})
    static final class Config extends GroupCommand {}

    @Command(
            name = "plugin",
            synopsisSubcommandLabel = "COMMAND",
            description = "Write, check and admit plugins.",
            footer = {"", "Example:", "  pawl plugin new exchange-acme"})
    static final class Plugin extends GroupCommand {}

    @Command(
            name = "keys",
            synopsisSubcommandLabel = "COMMAND",
            description = "Make and show the operator's key, which signs sealed days.",
            footer = {"", "Example:", "  pawl keys new --name acme.example"})
    static final class Keys extends GroupCommand {}

    @Command(
            name = "capture",
            synopsisSubcommandLabel = "COMMAND",
            description = "Look into captures, and convert them.",
            footer = {"", "Example:", "  pawl capture info my-recording.gz"})
    static final class Capture extends GroupCommand {}
}
