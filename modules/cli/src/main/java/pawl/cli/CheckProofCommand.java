package pawl.cli;

import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import pawl.kernel.Seals;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check-proof",
        sortOptions = false,
        description =
                "Check a proof with the operator's public key, and say what it proves. Exit code 1 when it proves nothing.",
        footer = {"", "Example:", "  pawl check-proof btc-17.tlog-proof --key operator.pub"})
final class CheckProofCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The proof.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The operator's public key, got from the operator and not with the proof.")
    private Path key = Path.of("");

    @Mixin
    private JsonOption json = new JsonOption();

    CheckProofCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws PawlException {
        SequencedMap<String, Object> facts = Seals.checkProof(file, key);
        if (json.isGiven()) {
            try (JsonWriter writer = streams.json()) {
                writer.beginObject();
                writer.property("proved", true);
                writer.properties(facts);
                writer.endObject();
            }
        } else {
            streams.line("proved");
            TextTable table = new TextTable("ll");
            facts.forEach((name, value) -> table.row(name, FieldText.of(value)));
            if (facts.get("tick") instanceof Long tick) {
                table.row("time", Figures.tickStart(tick) + " UTC");
            }
            streams.lines(table.lines());
        }
        return 0;
    }
}
