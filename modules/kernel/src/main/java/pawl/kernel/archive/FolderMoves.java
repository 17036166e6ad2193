package pawl.kernel.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What archiving does to a disk, one step a call: each happens or does not. */
interface FolderMoves {
    /** Makes a folder and those above it, where they are not there. */
    void make(Path folder) throws IOException;

    /** A new file of these bytes, or, having thrown, possibly some. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Gives a file or folder another name on the same disk; what has that name already stays, and this throws. */
    void move(Path from, Path to) throws IOException;

    /** The real ones; each survives a loss of power once it returned. */
    final class OnDisk implements FolderMoves {
        @Override
        public void make(Path folder) throws IOException {
            Files.createDirectories(folder);
            forceAbove(folder);
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            forceAbove(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            if (Files.exists(to)) {
                throw new IOException(to + " is there already");
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            forceAbove(from);
            forceAbove(to);
        }

        private static void forceAbove(Path file) throws IOException {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null
                    || !folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return; // Windows writes folders through, and cannot open one.
            }
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
