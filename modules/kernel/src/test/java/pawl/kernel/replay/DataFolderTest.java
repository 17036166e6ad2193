package pawl.kernel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyConfiguration;
import pawl.kernel.toy.ToyPlugins;
import pawl.storage.ConfigurationFiles;

class DataFolderTest {
    private static final Optional<Path> DATA = Optional.of(Path.of("data"));

    private final HeapLogStore store = new HeapLogStore();
    private final PluginSet plugins = ToyPlugins.all(store);

    @Test
    void anEmptyFolderIsBegunAndOneWithLogsResumed() throws Exception {
        Configuration configuration = ToyConfiguration.standard();
        DataFolder.open(DATA, false, configuration, plugins).open("ticks/1970-01-01.log");
        assertThat(store.names()).containsExactly("ticks/1970-01-01.log");
        assertThat(DataFolder.open(DATA, true, configuration, plugins).list("ticks"))
                .containsExactly("ticks/1970-01-01.log");
    }

    @Test
    void aFolderWithLogsIsNotBegunAgain() throws Exception {
        store.open("logs/AAA/1970-01-01.log");
        assertRefused(
                DATA, false, plugins, "data holds logs already; name an empty folder, or continue them with --resume");
    }

    @Test
    void anEmptyFolderIsNotResumed() throws Exception {
        assertRefused(DATA, true, plugins, "data holds no logs to resume; leave out --resume to begin there");
    }

    @Test
    void memoryIsNotResumed() throws Exception {
        assertRefused(
                Optional.empty(),
                true,
                plugins,
                "there is nothing to resume without a data folder; name it with --data");
    }

    @Test
    void theStoreMustBeThere() throws Exception {
        PluginSet none = new PluginSet(List.of(), List.of());
        assertRefused(DATA, false, none, "the plugins folder has no storage-toy, which this run needs");
        assertRefused(Optional.empty(), false, none, "the plugins folder has no storage-memory, which this run needs");
    }

    @Test
    void aSettingThatTheStoreCannotTakeIsTheUsersMistake() throws Exception {
        Configuration configuration =
                ToyConfiguration.with("{plugin: storage-toy}", "{plugin: storage-toy, settings: {folder: x}}");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> DataFolder.open(DATA, false, configuration, plugins))
                .withMessage("pawl.yaml: storage.settings.folder: unknown setting; allowed are compression")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void theConfigurationIsKeptUnderItsHash() throws Exception {
        Configuration configuration = ToyConfiguration.standard();
        DataFolder.keepConfiguration(store, configuration);
        assertThat(store.names()).containsExactly("configuration/" + configuration.sha256() + ".json");
        assertThat(ConfigurationFiles.read(store, configuration.sha256())).isEqualTo(configuration.canonicalJson());
    }

    private static void assertRefused(Optional<Path> data, boolean resumes, PluginSet plugins, String message)
            throws Exception {
        Configuration configuration = ToyConfiguration.standard();
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> DataFolder.open(data, resumes, configuration, plugins))
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }
}
