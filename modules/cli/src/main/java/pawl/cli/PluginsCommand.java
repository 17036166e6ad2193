package pawl.cli;

import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.Plugins;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PluginStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plugins",
        sortOptions = false,
        description = "List the plugins that are there, and why others cannot be used.",
        footer = {"", "Example:", "  pawl plugins --plugins my-plugins"})
final class PluginsCommand implements Callable<Integer> {
    private static final int SHOWN_HASH_DIGITS = 12;

    private final Streams streams;

    @Mixin
    private final PluginsOption plugins;

    @Mixin
    private JsonOption json = new JsonOption();

    PluginsCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        List<PluginStatus> statuses = Plugins.list(plugins.folder());
        if (json.isGiven()) {
            printJson(statuses);
        } else {
            print(statuses);
        }
        return 0;
    }

    private void print(List<PluginStatus> statuses) {
        TextTable table = new TextTable("lllll").row("PLUGIN", "KIND", "VERSION", "SHA-256", "WHERE");
        for (PluginStatus plugin : statuses) {
            String hash = plugin.sha256();
            table.row(
                    plugin.id(),
                    plugin.refusal().isPresent() ? "refused" : plugin.kind(),
                    plugin.version(),
                    hash.substring(0, Math.min(SHOWN_HASH_DIGITS, hash.length())),
                    plugin.location().toString());
        }
        streams.lines(table.lines());
        for (PluginStatus plugin : statuses) {
            plugin.refusal().ifPresent(why -> streams.line(plugin.location() + " is refused: " + why));
        }
    }

    private void printJson(List<PluginStatus> statuses) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("plugins");
            for (PluginStatus plugin : statuses) {
                writer.beginObject();
                writer.property("id", plugin.id());
                writer.property("kind", plugin.kind());
                writer.property("version", plugin.version());
                writer.property("sha256", plugin.sha256());
                writer.property("location", plugin.location().toString());
                writer.property("refusal", plugin.refusal());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
