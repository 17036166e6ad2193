package pawl.kernel.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that has a data folder as the engine has it, until it is destroyed. */
final class LockingProcess {
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private LockingProcess() {}

    static Process start(Path data) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/test-classes",
                        LockingProcess.class.getName(),
                        data.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != '!') {
            throw new IOException("the process that was to lock " + data + " did not");
        }
        return process;
    }

    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock(LOCKED_BYTE, 1, false)) {
            String pid = ProcessHandle.current().pid() + "\n";
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            System.out.print(lock.isValid() ? "!" : "?");
            System.out.flush();
            // Destroying this process ends its input.
            while (System.in.read() >= 0) {
                channel.force(false);
            }
        }
    }
}
