package pawl.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a file as they lie on disk, counted. */
final class FileBytes implements ByteSource {
    private final Path file;
    private final InputStream stream;
    private final long sizeBytes;
    private long readBytes;

    FileBytes(Path file) throws CaptureException {
        this.file = file;
        try {
            sizeBytes = Files.size(file);
            stream = Files.newInputStream(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    static CaptureException failure(Path file, IOException e) {
        if (e instanceof NoSuchFileException) {
            return new CaptureException(CaptureException.Kind.NOT_FOUND, file, "there is no such file or folder", e);
        }
        String why = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new CaptureException(CaptureException.Kind.UNREADABLE, file, "cannot be read: " + why, e);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws CaptureException {
        try {
            int count = stream.read(into, offset, length);
            readBytes += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Fills the array as far as the file goes; gives how far. */
    int readFully(byte[] into) throws CaptureException {
        int filled = 0;
        while (filled < into.length) {
            int count = read(into, filled, into.length - filled);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    long readBytes() {
        return readBytes;
    }

    long totalBytes() {
        return Math.max(sizeBytes, readBytes);
    }

    @Override
    public Optional<Damage> damage() {
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": closing failed", e);
        }
    }
}
