package pawl.plugin.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.storage.StorageException;
import pawl.api.storage.StorageException.Kind;

class FailureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "No space left on device, FULL, free some space",
        "Disk quota exceeded, FULL, free some space",
        "Read-only file system, READ_ONLY, allow the user",
        "Too many open files, DEVICE, ulimit -n",
        "Input/output error, DEVICE, the disk is there and sound",
    })
    void saysWhoCanHelp(String said, Kind kind, String remedy) {
        Path file = folder.resolve("a");
        StorageException plain = Failure.of("append to", file, new IOException(said));
        assertThat(plain.kind()).isEqualTo(kind);
        assertThat(plain)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(said)
                .hasMessageContaining(remedy);
        StorageException named = Failure.of("append to", file, new FileSystemException(file.toString(), null, said));
        assertThat(named.kind()).isEqualTo(kind);
        assertThat(named).hasMessageContaining(said);
    }

    @Test
    void whatIsDeniedIsReadOnly() {
        StorageException denied = Failure.of("open", folder, new AccessDeniedException(folder.toString()));
        assertThat(denied.kind()).isEqualTo(Kind.READ_ONLY);
        assertThat(denied).hasMessageContaining("permission denied");
    }

    @Test
    void aRealFullDeviceIsFull() throws IOException {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "this system has no /dev/full");
        try (FileChannel channel = FileChannel.open(full, StandardOpenOption.WRITE)) {
            IOException said = catchThrowableOfType(IOException.class, () -> channel.write(ByteBuffer.allocate(1)));
            assertThat(Failure.of("append to", full, said).kind()).isEqualTo(Kind.FULL);
        }
    }
}
