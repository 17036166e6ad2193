package pawl.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a command run in this process left behind. */
record CommandRun(int exitCode, String out, String error) {

    static CommandRun of(String... arguments) {
        return in(new Installation(Optional.empty()), arguments);
    }

    static CommandRun in(Installation installation, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Streams streams = new Streams(new Output(out), new Output(error), false);
        int exitCode = CommandTree.run(streams, installation, arguments);
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    List<String> errorLines() {
        return error.lines().toList();
    }
}
