package pawl.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** All commands, put together. */
final class CommandTree {
    private CommandTree() {}

    /** Runs one command; what stops it becomes a line on standard error. Gives the exit code. */
    static int run(Streams streams, Installation installation, String... arguments) {
        Failures failures = new Failures(streams);
        try {
            int exitCode = commandLine(streams, installation, failures).execute(arguments);
            streams.flush();
            return exitCode;
        } catch (OutputException | Error e) {
            return failures.report(e);
        }
    }

    private static CommandLine commandLine(Streams streams, Installation installation, Failures failures) {
        CommandLine log = new CommandLine(new GroupCommand.Log())
                .addSubcommand(new LogCatCommand(streams, installation))
                .addSubcommand(new LogStatCommand(streams, installation));
        CommandLine snapshot = new CommandLine(new GroupCommand.Snapshot())
                .addSubcommand(new SnapshotShowCommand(streams, installation));
        CommandLine config =
                new CommandLine(new GroupCommand.Config()).addSubcommand(new ConfigCheckCommand(streams, installation));
        CommandLine capture = new CommandLine(new GroupCommand.Capture())
                .addSubcommand(new CaptureInfoCommand(streams))
                .addSubcommand(new CaptureConvertCommand(streams));
        CommandLine plugin = new CommandLine(new GroupCommand.Plugin())
                .addSubcommand(new PluginNewCommand(streams, installation))
                .addSubcommand(new PluginCheckCommand(streams))
                .addSubcommand(new PluginLockCommand(streams, installation));
        return new CommandLine(new GroupCommand.Pawl())
                .addSubcommand(new ReplayCommand(streams, installation))
                .addSubcommand(new RunCommand(streams, installation))
                .addSubcommand(new VenueCommand(streams))
                .addSubcommand(new FeedsCommand(streams, installation))
                .addSubcommand(new ScenarioCommand(streams))
                .addSubcommand(new TimelineCommand(streams, installation))
                .addSubcommand(new ExplainCommand(streams, installation))
                .addSubcommand(log)
                .addSubcommand(snapshot)
                .addSubcommand(new CommandLine(new PluginsCommand(streams, installation))
                        .addSubcommand(new PluginsReloadCommand(streams)))
                .addSubcommand(plugin)
                .addSubcommand(config)
                .addSubcommand(capture)
                .addSubcommand(new VersionCommand(streams))
                .setOut(new PrintWriter(streams.out()))
                .setErr(new PrintWriter(streams.error()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
