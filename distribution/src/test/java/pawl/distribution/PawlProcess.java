package pawl.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A command of the unpacked zip that runs until it is told to stop; what it says on standard error is heard line by line. */
final class PawlProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final String END = "\u0000";

    private final Process process;
    private final Path out;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();

    private PawlProcess(Process process, Path out) {
        this.process = process;
        this.out = out;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    static PawlProcess start(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Distribution.home().resolve("bin/pawl").toString());
        for (Object argument : arguments) {
            command.add(String.valueOf(argument));
        }
        try {
            Path out = Distribution.scratch("process").resolve("out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(Distribution.home().toFile())
                    .redirectOutput(out.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", "/usr/bin:/bin");
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new PawlProcess(builder.start(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("standard error ended: " + e);
        }
        lines.add(END);
    }

    /** Waits for a line that matches, and gives it. */
    String awaitLine(String pattern) {
        long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (true) {
                String line = lines.poll(deadlineNs - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line == null || line.equals(END)) {
                    throw new AssertionError("no line like " + pattern + " came; these did: " + heard);
                }
                heard.add(line);
                if (line.matches(pattern)) {
                    return line;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy(); // Process.destroy() would close what is still to be heard.
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Gives the exit code. */
    int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends; it said %s", heard)
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String out() {
        try {
            return Files.readString(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
