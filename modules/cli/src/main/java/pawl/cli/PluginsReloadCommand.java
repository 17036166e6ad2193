package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import pawl.kernel.Control;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PluginChange;
import pawl.kernel.contract.PluginChange.Build;
import pawl.kernel.contract.ReloadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reload",
        sortOptions = false,
        description = {
            "Have a running engine look at its plugins folder again.",
            "Exchange plugins are added, removed and replaced between two ticks; a feature, tier or storage plugin needs a"
                    + " restart. What cannot be used is refused, and the one before stays in force."
        },
        footer = {
            "",
            "Exit code 1 says that something in the folder is not in force.",
            "",
            "Example:",
            "  pawl plugins reload --data out"
        })
final class PluginsReloadCommand implements Callable<Integer> {
    private static final int SHOWN_HASH_DIGITS = 12;

    private final Streams streams;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "The data folder of the run: pawl run --data DIR.")
    private Path data = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    PluginsReloadCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        ReloadReport report = Control.reload(data);
        if (json.isGiven()) {
            write(report, streams);
        } else {
            streams.lines(lines(report));
        }
        return report.isAllInForce() ? 0 : PawlException.Kind.CHECK_FAILED.exitCode();
    }

    static List<String> lines(ReloadReport report) {
        return report.changes().isEmpty()
                ? List.of("nothing changed: the plugins in force are those of the folder")
                : report.changes().stream().map(PluginsReloadCommand::line).collect(Collectors.toList());
    }

    private static String line(PluginChange change) {
        String name = change.id() + (change.venue().isEmpty() ? "" : " of " + change.venue());
        String from = change.before().map(PluginsReloadCommand::text).orElse("none");
        String to = change.after().map(PluginsReloadCommand::text).orElse("none");
        String tick = change.tick().isPresent() ? " in tick " + change.tick().getAsLong() : "";
        String stays = change.before()
                .map(build -> "; " + text(build) + " stays in force")
                .orElse("");
        return switch (change.outcome()) {
            case ADDED -> name + ": added" + tick + ": " + to;
            case REMOVED -> name + ": removed" + tick + ": " + from;
            case REPLACED -> name + ": replaced" + tick + ": " + from + " -> " + to;
            case REFUSED -> name + ": refused: " + change.reason() + stays;
            case NEEDS_RESTART -> name + ": needs a restart: " + change.reason() + "; in the folder is " + to + stays;
            case NOT_USED -> name + ": not used: " + change.reason() + "; in the folder is " + to;
        };
    }

    private static String text(Build build) {
        String hash = build.sha256();
        return build.version() + " sha256:" + hash.substring(0, Math.min(SHOWN_HASH_DIGITS, hash.length()));
    }

    private static void write(ReloadReport report, Streams streams) {
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.beginArray("changes");
            for (PluginChange change : report.changes()) {
                writer.beginObject();
                writer.property("outcome", change.outcome().name());
                writer.property("id", change.id());
                writer.property("kind", change.kind());
                writer.property("venue", change.venue());
                build("before", change.before(), writer);
                build("after", change.after(), writer);
                writer.property("tick", change.tick());
                writer.property("reason", change.reason());
                writer.endObject();
            }
            writer.endArray();
            writer.endObject();
        }
    }

    private static void build(String name, Optional<Build> build, JsonWriter writer) {
        writer.property(name + "Version", build.map(Build::version));
        writer.property(name + "Sha256", build.map(Build::sha256));
    }
}
