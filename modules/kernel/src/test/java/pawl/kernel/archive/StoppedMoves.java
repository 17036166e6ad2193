package pawl.kernel.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Steps on a disk whose process is killed before one of them; of a file that is written, half gets in. */
final class StoppedMoves implements FolderMoves {
    private final FolderMoves disk = new OnDisk();
    private int left;

    StoppedMoves(int steps) {
        left = steps;
    }

    private void live() {
        if (left-- == 0) {
            throw new StoppedStore.Killed();
        }
    }

    @Override
    public void make(Path folder) throws IOException {
        live();
        disk.make(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        if (left == 0) {
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
        live();
        disk.write(file, bytes);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        live();
        disk.move(from, to);
    }
}
