package pawl.cli;

import java.util.concurrent.Callable;
import pawl.kernel.Plugins;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PluginListing;
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
        PluginListing listing = Plugins.list(plugins.folder());
        if (json.isGiven()) {
            printJson(listing);
        } else {
            print(listing);
        }
        return 0;
    }

    private void print(PluginListing listing) {
        TextTable table =
                new TextTable("lllllll").row("PLUGIN", "KIND", "VERSION", "API", "PROVIDER", "SHA-256", "STATE");
        for (PluginStatus plugin : listing.plugins()) {
            String hash = plugin.sha256();
            table.row(
                    plugin.id(),
                    plugin.kind(),
                    plugin.version(),
                    plugin.api(),
                    plugin.provider(),
                    hash.substring(0, Math.min(SHOWN_HASH_DIGITS, hash.length())),
                    plugin.state());
        }
        streams.lines(table.lines());
        for (PluginStatus plugin : listing.plugins()) {
            plugin.refusal().ifPresent(why -> streams.line(plugin.location() + " is refused: " + why));
        }
        listing.warnings().forEach(warning -> streams.errorLine("pawl: warning: " + warning));
    }

    private void printJson(PluginListing listing) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("plugins");
            for (PluginStatus plugin : listing.plugins()) {
                writer.beginObject();
                writer.property("id", plugin.id());
                writer.property("kind", plugin.kind());
                writer.property("version", plugin.version());
                writer.property("api", plugin.api());
                writer.property("provider", plugin.provider());
                writer.property("sha256", plugin.sha256());
                writer.property("location", plugin.location().toString());
                writer.property("state", plugin.state());
                writer.property("refusal", plugin.refusal());
                writer.endObject();
            }
            writer.endArray();
            writer.texts("warnings", listing.warnings());
            writer.endObject();
        }
    }
}
