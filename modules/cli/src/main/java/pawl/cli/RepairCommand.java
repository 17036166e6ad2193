package pawl.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import pawl.kernel.Repair;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.RecoveryReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "repair",
        sortOptions = false,
        description = {
            "Make a data folder whose run was cut off what a clean stop leaves: what is beyond its last committed",
            "tick is moved to aside/, listed there, and never deleted. \"--resume\" does so by itself; only where logs",
            "are damaged as no crash damages them, and are to be cut back to the tick before, this is needed."
        },
        footer = {"", "Example:", "  pawl repair --data out --dry-run"})
final class RepairCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
    private Path data = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isDryRun;

    @Mixin
    private final PluginsOption plugins;

    RepairCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        RecoveryReport report = isDryRun ? Repair.plan(data, plugins.folder()) : Repair.run(data, plugins.folder());
        streams.lines(report.lines());
        report.unrecognized().forEach(name -> streams.line("left alone, because it is none of the engine's: " + name));
        streams.line(
                report.isClean()
                        ? "there is nothing to repair"
                        : isDryRun ? "nothing was changed" : "the folder can be continued with --resume");
        return 0;
    }
}
