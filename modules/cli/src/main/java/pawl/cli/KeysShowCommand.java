package pawl.cli;

import java.util.concurrent.Callable;
import pawl.kernel.Seals;
import pawl.kernel.contract.OperatorKey;
import pawl.kernel.contract.PawlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "show",
        sortOptions = false,
        description = "Check a secret key and its file's permissions, and print its public half.",
        footer = {"", "Example:", "  pawl keys show > operator.pub"})
final class KeysShowCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin
    private final KeyOption key;

    @Mixin
    private JsonOption json = new JsonOption();

    KeysShowCommand(Streams streams, Installation installation) {
        this.streams = streams;
        this.key = new KeyOption(installation);
    }

    @Override
    public Integer call() throws PawlException {
        OperatorKey shown = Seals.showKey(key.file());
        if (!json.isGiven()) {
            streams.line(shown.publicLine());
            return 0;
        }
        try (JsonWriter writer = streams.json()) {
            writer.beginObject();
            writer.property("name", shown.name());
            writer.property("id", shown.id());
            writer.property("publicKey", shown.publicLine());
            writer.property("file", shown.file().toString());
            writer.endObject();
        }
        return 0;
    }
}
