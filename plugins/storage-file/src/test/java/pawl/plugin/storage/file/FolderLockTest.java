package pawl.plugin.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

class FolderLockTest {
    private static final String OWN_PID = Long.toString(ProcessHandle.current().pid());

    @TempDir
    private Path folder;

    @Test
    void oneFolderHasOneOwnerInAProcess() throws IOException {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(folder.resolve("lock")).hasContent(OWN_PID);
            assertLocked(folder, OWN_PID);
            assertLocked(folder.resolve("../" + folder.getFileName()), OWN_PID);
            assertThat(lock).isNotNull();
        }
        FolderLock.take(folder).close();
    }

    @Test
    void oneFolderHasOneOwnerAmongProcesses() throws IOException, InterruptedException {
        Path program = Files.writeString(folder.resolve("Holder.java"), HOLDER);
        Path file = folder.resolve("lock");
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        program.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = holder.inputReader()) {
            assertThat(out.readLine()).isEqualTo("locked");
            assertLocked(folder, Long.toString(holder.pid()));
        } finally {
            holder.destroyForcibly();
            holder.waitFor();
        }
        FolderLock.take(folder).close();
    }

    private static void assertLocked(Path folder, String owner) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> FolderLock.take(folder))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.LOCKED))
                .withMessageContaining("process id " + owner)
                .withMessageContaining("another data folder");
    }

    /** Another process with the same lock; it holds it until it is killed, as a crashing engine would. */
    private static final String HOLDER = """
            import java.nio.ByteBuffer;
            import java.nio.channels.FileChannel;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;

            class Holder {
                public static void main(String[] arguments) throws Exception {
                    try (FileChannel channel = FileChannel.open(
                            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                        channel.lock(Long.MAX_VALUE - 1, 1, false);
                        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\\n").getBytes()));
                        System.out.println("locked");
                        System.in.read();
                    }
                }
            }
            """;
}
