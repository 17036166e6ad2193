package pawl.cli;

import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.Plugins;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PluginLocking;
import pawl.kernel.contract.PluginStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "lock",
        sortOptions = false,
        description = {
            "Write config/plugins.lock: while it is there, no other plugin runs than those in it.",
            "A plugin is in it by its hash, so a changed one has to be locked again."
        },
        footer = {"", "Example:", "  pawl plugin lock exchange-acme"})
final class PluginLockCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final PluginsOption plugins;

    @Parameters(
            paramLabel = "PLUGIN",
            arity = "0..*",
            description = "What to put into it besides what it has, by the name of its folder or file, or by id;"
                    + " without any, all that are there, and what is not goes.")
    private List<String> names = List.of();

    PluginLockCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        PluginLocking locking = Plugins.lock(plugins.folder(), names);
        for (PluginStatus plugin : locking.locked()) {
            streams.line("locked " + plugin.id() + " " + plugin.sha256());
        }
        streams.line("wrote " + locking.file());
        for (PluginStatus plugin : locking.refused()) {
            plugin.refusal().ifPresent(why -> streams.errorLine("pawl: not locked: " + plugin.location() + ": " + why));
        }
        return 0;
    }
}
