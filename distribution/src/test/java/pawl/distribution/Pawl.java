package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command line of the unpacked zip, run as a process of its own in an environment that is said. */
final class Pawl {
    private static final int USUAL_TIMEOUT_SECONDS = 120;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<String> command;
    private final Map<String, String> environment = new TreeMap<>();
    private Path folder = Distribution.home();
    private int timeoutSeconds = USUAL_TIMEOUT_SECONDS;

    private Pawl(List<String> command) {
        this.command = command;
    }

    /** @param arguments of bin/pawl; texts, paths and numbers */
    static Pawl command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Distribution.home().resolve("bin/pawl").toString());
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return new Pawl(command);
    }

    /** Any other program. */
    static Pawl program(Object... command) {
        return new Pawl(Arrays.stream(command).map(String::valueOf).toList());
    }

    static Outcome run(Object... arguments) {
        return command(arguments).run();
    }

    /** Runs a command that must succeed. */
    static Outcome succeed(Object... arguments) {
        return command(arguments).succeed();
    }

    Pawl with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Pawl javaOptions(String options) {
        return with("PAWL_JAVA_OPTS", options);
    }

    Pawl in(Path folder) {
        this.folder = folder;
        return this;
    }

    /** For what takes longer than Pawl's own commands may. */
    Pawl within(int seconds) {
        timeoutSeconds = seconds;
        return this;
    }

    Outcome succeed() {
        Outcome outcome = run();
        assertThat(outcome.exitCode())
                .as("exit code of %s, which said: %s", command, outcome.error())
                .isZero();
        return outcome;
    }

    Outcome run() {
        try {
            Path streams = Distribution.scratch("streams");
            Path out = streams.resolve("out");
            Path error = streams.resolve("error");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(error.toFile());
            // Nothing of the build's environment; a PATH for the tools that the script calls.
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        command + " ran for more than " + timeoutSeconds + " s; it said " + Files.readString(error));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(error));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", e);
        }
    }

    /** What a process left behind. */
    record Outcome(int exitCode, String out, String error) {

        /** Standard output as the one JSON object that it must be. */
        JsonNode json() {
            assertThat(out).as("one line of JSON").hasLineCount(1);
            return JSON.readTree(out.getBytes(StandardCharsets.UTF_8));
        }

        /** Standard output as JSON, an object a line. */
        List<JsonNode> jsonLines() {
            return out.lines().map(JSON::readTree).toList();
        }

        String digest() {
            return json().get("digest").asString();
        }
    }
}
