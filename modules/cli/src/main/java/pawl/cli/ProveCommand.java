package pawl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import pawl.kernel.Seals;
import pawl.kernel.Seals.Leaf;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prove",
        sortOptions = false,
        description = {
            "Write a proof that a record is in a sealed and signed day, checkable without the logs.",
            "The proof is a text in the form C2SP tlog-proof; `pawl check-proof` checks it, and other tools do."
        },
        footer = {
            "",
            "Example:",
            "  pawl prove --data out --token BTCUSDT --seq 17 -o btc-17.tlog-proof",
            "  pawl check-proof btc-17.tlog-proof --key operator.pub"
        })
final class ProveCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder.")
    private Path data = Path.of("");

    @Option(names = "--token", paramLabel = "NAME", required = true, description = "The token.")
    private String token = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private What what = new What();

    @Option(
            names = "--day",
            paramLabel = "YYYY-MM-DD",
            converter = Arguments.Day.class,
            description = "The UTC day; the last sealed one unless named.")
    private Optional<LocalDate> day = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The proof's file; standard output unless named.")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    /** What the proof is of. */
    static final class What {
        @Option(names = "--seq", paramLabel = "N", description = "The record with this sequence.")
        private Optional<Long> sequence = Optional.empty();

        @Option(names = "--header", description = "The log's header, which names plugins, configuration and exponents.")
        private boolean header;

        @Option(names = "--checkpoint", description = "The log's checkpoint, in the day's tree.")
        private boolean checkpoint;

        private Leaf leaf() {
            if (checkpoint) {
                return Leaf.CHECKPOINT;
            }
            return header ? Leaf.HEADER : Leaf.RECORD;
        }
    }

    ProveCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.plugins = new PluginsOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        String proof = Seals.prove(data, token, day, what.leaf(), what.sequence.orElse(0L), plugins.folder());
        if (output.isEmpty()) {
            streams.out().write(proof);
            return 0;
        }
        try {
            Files.writeString(output.get(), proof);
        } catch (IOException e) {
            throw new PawlException(Kind.USAGE, output.get() + " cannot be written: " + e, e);
        }
        streams.line("proof in " + output.get());
        return 0;
    }
}
