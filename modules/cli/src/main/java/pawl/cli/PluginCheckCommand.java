package pawl.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import pawl.kernel.Plugins;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginFindings;
import pawl.kernel.contract.PluginStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Say what is wrong with a plugin before it is dropped in, one line a problem.",
            "It is made as an engine would make it, so its code runs. Exit code 2 when something is wrong."
        },
        footer = {"", "Example:", "  pawl plugin check target/exchange-acme"})
final class PluginCheckCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A plugin's folder, jar or zip.")
    private List<Path> locations = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    PluginCheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        List<PluginFindings> all = new ArrayList<>();
        locations.forEach(location -> all.add(Plugins.check(location)));
        if (json.isGiven()) {
            printJson(all);
        } else {
            for (int i = 0; i < all.size(); i++) {
                print(locations.get(i), all.get(i));
            }
        }
        boolean isFine = all.stream().allMatch(findings -> findings.problems().isEmpty());
        return isFine ? 0 : Kind.USAGE.exitCode();
    }

    private void print(Path location, PluginFindings findings) {
        findings.problems().forEach(problem -> streams.line(location + ": " + problem));
        if (findings.problems().isEmpty()) {
            findings.plugin().ifPresent(plugin -> streams.line(location + ": fine: " + text(plugin)));
        }
        findings.warnings().forEach(warning -> streams.errorLine("pawl: warning: " + warning));
    }

    private static String text(PluginStatus plugin) {
        return plugin.id() + " " + plugin.version() + " for pawl.api " + plugin.api() + ", SHA-256 " + plugin.sha256();
    }

    private void printJson(List<PluginFindings> all) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("plugins");
            for (int i = 0; i < all.size(); i++) {
                PluginFindings findings = all.get(i);
                writer.beginObject();
                writer.property("location", locations.get(i).toString());
                writer.property("fine", findings.problems().isEmpty());
                writer.property("id", findings.plugin().map(PluginStatus::id));
                writer.property("version", findings.plugin().map(PluginStatus::version));
                writer.property("api", findings.plugin().map(PluginStatus::api));
                writer.property("sha256", findings.plugin().map(PluginStatus::sha256));
                writer.texts("problems", findings.problems());
                writer.texts("warnings", findings.warnings());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }
}
