package pawl.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** All commands, put together. */
final class CommandTree {
    private CommandTree() {}

    /** Runs one command; what stops it becomes a line on standard error. Gives the exit code. */
    static int run(Streams streams, Installation installation, String... arguments) {
        Failures failures = new Failures(streams);
        try {
            int exitCode =
                    commandLine(streams, installation, failures, arguments).execute(arguments);
            streams.flush();
            return exitCode;
        } catch (OutputException | Error e) {
            return failures.report(e);
        }
    }

    /** Making a command reads its annotations, which takes longer than many commands run: only the one asked for is made. */
    private static CommandLine commandLine(
            Streams streams, Installation installation, Failures failures, String... arguments) {
        CommandLine pawl = new CommandLine(new GroupCommand.Pawl());
        SequencedMap<String, Supplier<Object>> commands = commands(streams, installation);
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            commands.keySet().retainAll(List.of(arguments[0]));
        }
        commands.values().forEach(command -> pawl.addSubcommand(command.get()));
        return pawl.setOut(new PrintWriter(streams.out()))
                .setErr(new PrintWriter(streams.error()))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    private static SequencedMap<String, Supplier<Object>> commands(Streams streams, Installation installation) {
        SequencedMap<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("replay", () -> new ReplayCommand(streams, installation));
        commands.put("run", () -> new RunCommand(streams, installation));
        commands.put("venue", () -> new VenueCommand(streams));
        commands.put("feeds", () -> new FeedsCommand(streams, installation));
        commands.put("scenario", () -> new ScenarioCommand(streams));
        commands.put("simulate", () -> new SimulateCommand(streams, installation));
        commands.put("timeline", () -> new TimelineCommand(streams, installation));
        commands.put("explain", () -> new ExplainCommand(streams, installation));
        commands.put("verify", () -> new VerifyCommand(streams, installation));
        commands.put("repair", () -> new RepairCommand(streams, installation));
        commands.put("diff", () -> new DiffCommand(streams, installation));
        commands.put(
                "log",
                () -> new CommandLine(new GroupCommand.Log())
                        .addSubcommand(new LogCatCommand(streams, installation))
                        .addSubcommand(new LogStatCommand(streams, installation)));
        commands.put(
                "snapshot",
                () -> new CommandLine(new GroupCommand.Snapshot())
                        .addSubcommand(new SnapshotShowCommand(streams, installation)));
        commands.put("archive", () -> new ArchiveCommand(streams, installation));
        commands.put(
                "plugins",
                () -> new CommandLine(new PluginsCommand(streams, installation))
                        .addSubcommand(new PluginsReloadCommand(streams)));
        commands.put(
                "plugin",
                () -> new CommandLine(new GroupCommand.Plugin())
                        .addSubcommand(new PluginNewCommand(streams, installation))
                        .addSubcommand(new PluginCheckCommand(streams))
                        .addSubcommand(new PluginLockCommand(streams, installation)));
        commands.put(
                "config",
                () -> new CommandLine(new GroupCommand.Config())
                        .addSubcommand(new ConfigCheckCommand(streams, installation)));
        commands.put(
                "capture",
                () -> new CommandLine(new GroupCommand.Capture())
                        .addSubcommand(new CaptureInfoCommand(streams))
                        .addSubcommand(new CaptureConvertCommand(streams)));
        commands.put("seal", () -> new SealCommand(streams, installation));
        commands.put("prove", () -> new ProveCommand(streams, installation));
        commands.put("check-proof", () -> new CheckProofCommand(streams));
        commands.put(
                "keys",
                () -> new CommandLine(new GroupCommand.Keys())
                        .addSubcommand(new KeysNewCommand(streams, installation))
                        .addSubcommand(new KeysShowCommand(streams, installation)));
        commands.put("version", () -> new VersionCommand(streams));
        return commands;
    }
}
