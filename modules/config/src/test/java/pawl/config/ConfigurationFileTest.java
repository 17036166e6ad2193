package pawl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as a whole: where it is read from, what it may hold at all, and how its problems are listed. */
class ConfigurationFileTest {
    @Test
    void allProblemsComeAtOnceInOrderOfTheFile() {
        String text = SampleConfiguration.TEXT
                        .replace("tier: major", "tier: big")
                        .replace("defaultTier: standard", "defaultTier: 5")
                        .replace("version: 1\n", "")
                + "engine: {outageTicks: many}\n";
        assertThat(SampleConfiguration.problems(text))
                .containsExactly(
                        "pawl.yaml: version: missing; it must be 1",
                        "pawl.yaml:7: defaultTier: 5 is not allowed; it must be a name of at most 64 letters, digits,"
                                + " dots, hyphens and underscores, a letter or digit first",
                        "pawl.yaml:10: tokens[1].tier: \"big\" is no tier; tiers are major, standard",
                        "pawl.yaml:14: engine.outageTicks: \"many\" is not allowed; it must be a whole number from 1 to"
                                + " 345600");
    }

    @Test
    void aBombOfAliasesIsRefusedUnexpanded() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(SampleConfiguration.problems(bomb.toString()))
                .contains("pawl.yaml:40: a39[1]: an alias (*a38) is not allowed; write the value out");
    }

    @Test
    void whatIsNoConfigurationAtAll() {
        assertThat(SampleConfiguration.problems("# nothing\n"))
                .containsExactly("pawl.yaml: the file is empty; it must hold a configuration");
        assertThat(SampleConfiguration.problems("hello"))
                .containsExactly("pawl.yaml: \"hello\" is not allowed; it must be a map");
        assertThat(SampleConfiguration.problems(new byte[] {'a', '\n', ':', (byte) 0xff}))
                .containsExactly("pawl.yaml:2: not UTF-8 at byte 3 of the file");
        assertThat(SampleConfiguration.problems(new byte[ConfigurationReader.MOST_BYTES + 1]))
                .containsExactly("pawl.yaml: larger than 1048576 bytes, which is not allowed");
        assertThat(SampleConfiguration.problems("a: \0"))
                .containsExactly("pawl.yaml:1: not YAML at column 1: special characters are not allowed");
    }

    @Test
    void aFolderWithoutTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pawl.yaml");
        String expected = file + ": no such file; a configuration folder must hold pawl.yaml";
        assertThat(failure(folder)).hasMessage(expected);
        assertThat(failure(folder.resolve("absent"))).hasMessageContaining("no such file");
        Files.createDirectory(file);
        assertThat(failure(folder)).hasMessageContaining("cannot be read");
    }

    @Test
    void readsTheFileOfAFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("pawl.yaml"), "\uFEFF" + SampleConfiguration.TEXT, StandardCharsets.UTF_8);
        Configuration configuration = ConfigurationReader.read(folder);
        assertThat(configuration.sha256())
                .isEqualTo(SampleConfiguration.read(SampleConfiguration.TEXT).sha256());
        assertThat(configuration.origin().file())
                .isEqualTo(folder.resolve("pawl.yaml").toString());
    }

    @Test
    void theKernelAddsProblemsOfItsOwn() throws ConfigurationException {
        Configuration configuration = SampleConfiguration.read(SampleConfiguration.TEXT);
        List<PluginUse> uses = configuration.pluginUses();
        assertThat(uses)
                .containsExactly(
                        new PluginUse("venues[0].adapter", "exchange-binance", PluginUse.Kind.EXCHANGE_ADAPTER),
                        new PluginUse("venues[1].adapter", "exchange-bybit", PluginUse.Kind.EXCHANGE_ADAPTER),
                        new PluginUse("features.plugin", "feature-standard", PluginUse.Kind.FEATURE_EXTRACTOR),
                        new PluginUse("tierPolicy.plugin", "tier-static", PluginUse.Kind.TIER_POLICY),
                        new PluginUse("storage.plugin", "storage-memory", PluginUse.Kind.STORAGE));
        assertThat(configuration.problem("venues[1].adapter", "no such plugin"))
                .hasToString("pawl.yaml:4: venues[1].adapter: no such plugin");
        assertThat(new ConfigurationProblem("pawl.yaml", "storage.plugin", "no such plugin"))
                .hasToString("pawl.yaml: storage.plugin: no such plugin");
    }

    private static ConfigurationException failure(Path folder) {
        return catchThrowableOfType(ConfigurationException.class, () -> ConfigurationReader.read(folder));
    }
}
