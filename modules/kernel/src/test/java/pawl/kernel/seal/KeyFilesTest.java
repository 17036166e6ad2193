package pawl.kernel.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.kernel.contract.PawlException;
import pawl.seal.SignerKey;

/** Keys on a real disk. */
class KeyFilesTest {
    @TempDir
    private Path folder;

    @Test
    void aKeyIsForItsOwnerAloneAndReadBack() throws Exception {
        Path file = folder.resolve("new/operator.key");
        SignerKey key = KeyFiles.create(file, "acme.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFiles.read(file).secretText()).isEqualTo(key.secretText());
        assertThat(KeyFiles.readPublic(folder.resolve("new/operator.pub"))).isEqualTo(key.verifier());
        assertThat(Files.readString(folder.resolve("new/operator.pub"))).doesNotContain("PRIVATE");
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files.map(found -> found.getFileName().toString()))
                    .containsExactlyInAnyOrder("operator.key", "operator.pub");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "rw-rw-rw-"})
    void aKeyOpenToOthersIsRefused(String permissions) throws Exception {
        Path file = folder.resolve("operator.key");
        KeyFiles.create(file, "acme.example");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> KeyFiles.read(file))
                .withMessageContaining("chmod 600");
    }

    @Test
    void noKeyIsOverwritten() throws Exception {
        Path file = folder.resolve("operator.key");
        String secret = KeyFiles.create(file, "acme.example").secretText();
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> KeyFiles.create(file, "acme.example"))
                .withMessageContaining("there already");
        assertThat(Files.readString(file)).isEqualTo(secret + "\n");
        Files.delete(file);
        assertThatExceptionOfType(PawlException.class).isThrownBy(() -> KeyFiles.create(file, "acme.example"));
    }

    @Test
    void noKeyAndNoGoodKeyAreToldApart() throws Exception {
        Path file = folder.resolve("operator.key");
        assertThat(KeyFiles.readIfThere(file)).isEmpty();
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> KeyFiles.read(file))
                .withMessageContaining("keys new");
        KeyFiles.create(file, "acme.example");
        Files.writeString(file, "PRIVATE+KEY+acme.example+00000000+AAAA\n");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> KeyFiles.readIfThere(file))
                .withMessageContaining("operator.key");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> KeyFiles.create(folder.resolve("b.key"), "a b"));
    }
}
