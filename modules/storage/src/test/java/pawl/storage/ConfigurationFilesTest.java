package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import pawl.api.storage.StorageException;

class ConfigurationFilesTest {
    private final HeapLogStore store = new HeapLogStore();

    @Test
    void keepsAConfigurationUnderItsHash() throws Exception {
        byte[] json = "{}".getBytes(StandardCharsets.US_ASCII);
        String sha256 = ConfigurationFiles.write(store, json);
        assertThat(sha256).isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(store.files).containsOnlyKeys("configuration/" + sha256 + ".json");
        assertThat(ConfigurationFiles.read(store, sha256)).isEqualTo(json);
    }

    @Test
    void aConfigurationThatChangedIsCorrupt() throws Exception {
        String sha256 = ConfigurationFiles.write(store, new byte[] {1});
        store.files.firstEntry().getValue()[0] = 2;
        assertThatExceptionOfType(StorageFormatException.class)
                .isThrownBy(() -> ConfigurationFiles.read(store, sha256))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(StorageFormatException.Kind.CORRUPT));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> ConfigurationFiles.read(store, "00".repeat(32)))
                .withMessageContaining("no such configuration");
    }
}
