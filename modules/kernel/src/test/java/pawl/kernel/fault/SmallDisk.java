package pawl.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own, in memory, of a size that can be changed, and that can be made read-only. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Whether whoever runs this may mount one. */
    static boolean isAllowed(Path folder) throws IOException, InterruptedException {
        try (SmallDisk disk = mount(folder, 64)) {
            return Files.isWritable(disk.folder);
        } catch (AssertionError e) {
            return false;
        }
    }

    static SmallDisk mount(Path folder, int kibibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    void resize(int kibibytes) throws IOException, InterruptedException {
        run("mount", "-o", "remount,rw,size=" + kibibytes + "k", folder.toString());
    }

    void makeReadOnly() throws IOException, InterruptedException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), said)
                .isZero();
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", folder.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(folder + " may still be mounted", e);
        }
    }
}
