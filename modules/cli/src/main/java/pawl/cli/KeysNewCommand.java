package pawl.cli;

import java.util.concurrent.Callable;
import pawl.kernel.Seals;
import pawl.kernel.contract.OperatorKey;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "new",
        sortOptions = false,
        description = "Make a key: a secret file for its owner alone, and a public one beside it.",
        footer = {"", "Example:", "  pawl keys new --name acme.example"})
final class KeysNewCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "The operator's name, which is part of all that the key signs; no spaces, no plus sign.")
    private String name = "";

    @Mixin
    private final KeyOption key;

    KeysNewCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.key = new KeyOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        OperatorKey made = Seals.newKey(key.file(), name);
        streams.line("secret key in " + made.file() + ": keep a copy where nobody else can read it");
        streams.line("public key in " + made.publicFile() + ": give it to everybody");
        streams.line(made.publicLine());
        return 0;
    }
}
