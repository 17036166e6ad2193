package pawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.PluginStatus;
import pawl.kernel.plugin.PluginWorkshop;
import pawl.kernel.toy.ToyConfiguration;

/** The façade over a plugins folder of real jars: {@code config check} and {@code plugins}. */
class ConfigurationCheckTest {
    @TempDir
    static Path workshopFolder;

    @TempDir
    static Path plugins;

    @TempDir
    Path configuration;

    @BeforeAll
    static void makePlugins() throws IOException {
        PluginWorkshop workshop = new PluginWorkshop(workshopFolder);
        workshop.addTierPlugin("tiers", "", "@Override public String id() { return \"tier-toy\"; }");
        addProvider(workshop, "exchange", "ExchangeAdapterProvider", """
                public String venue() { return "toy"; }
                public ExchangeAdapter create(java.util.List<pawl.api.token.Instrument> instruments, Settings settings) {
                    return (bytes, offset, length, sink) -> {};
                }
                public InstrumentSurveyor surveyor() { throw new IllegalStateException(); }
                """);
        addProvider(workshop, "storage", "LogStoreProvider", """
                public LogStore open(java.nio.file.Path folder, Settings settings) { throw new IllegalStateException(); }
                public LogStore openForReading(java.nio.file.Path folder, Settings settings) { throw new IllegalStateException(); }
                """);
        workshop.compile("2.1");
        workshop.pack("tiers", plugins.resolve("tier-toy/tiers.jar"));
        workshop.pack("exchange", plugins.resolve("exchange-toy.jar"));
        workshop.pack("storage", plugins.resolve("storage-toy.jar"));
        Files.createDirectory(plugins.resolve("feature-toy"));
    }

    private static void addProvider(PluginWorkshop workshop, String kind, String service, String members) {
        workshop.add(
                kind,
                "requires pawl.api; provides pawl.api." + kind + "." + service + " with " + kind + ".Provider;",
                "Provider",
                """
                import pawl.api.%1$s.%2$s;
                %3$s
                import pawl.api.plugin.Settings;
                public final class Provider implements %2$s {
                    public String id() { return "%1$s-toy"; }
                    %4$s
                }
                """.formatted(kind, service, importsOf(kind), members));
    }

    private static String importsOf(String kind) {
        return kind.equals("exchange")
                ? "import pawl.api.exchange.ExchangeAdapter; import pawl.api.exchange.InstrumentSurveyor;"
                : "import pawl.api.storage.LogStore;";
    }

    @Test
    void aFileThatCannotBeUsedIsAllThatIsSaid() throws Exception {
        assertThat(ConfigurationCheck.check(configuration, plugins))
                .containsExactly(file() + ": no such file; a configuration folder must hold pawl.yaml");
        write(ToyConfiguration.YAML.replace("defaultTier: small", "defaultTier: smal"));
        assertThat(ConfigurationCheck.check(configuration, plugins))
                .containsExactly(file() + ":8: defaultTier: \"smal\" is no tier; did you mean small?");
    }

    @Test
    void thenPluginsThatAreNotThere() throws Exception {
        write(ToyConfiguration.YAML.replace("plugin: storage-toy", "plugin: storage-tape"));
        assertThat(ConfigurationCheck.check(configuration, plugins))
                .containsExactly(
                        file() + ":12: features.plugin: there is no plugin feature-toy; the one in "
                                + plugins.resolve("feature-toy")
                                + " was refused: it holds no jar; put the plugin's jars directly into it",
                        file() + ":14: storage.plugin: there is no plugin storage-tape; of kind storage there are"
                                + " storage-toy");
    }

    @Test
    void aPluginsFolderThatIsNotThereIsTheUsersMistake() throws Exception {
        write(ToyConfiguration.YAML);
        Path nowhere = plugins.resolve("nowhere");
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> ConfigurationCheck.check(configuration, nowhere))
                .withMessageStartingWith(nowhere + " is no plugins folder that can be read (")
                .withMessageEndingWith("); name one with --plugins")
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void everyEntryOfThePluginsFolderIsListed() throws Exception {
        assertThat(Plugins.list(plugins).plugins())
                .extracting(status -> status.id() + " " + status.kind() + " " + status.version() + " "
                        + status.location().getFileName() + " "
                        + status.refusal().isPresent())
                .containsExactly(
                        "exchange-toy exchange 2.1 exchange-toy.jar false",
                        "feature-toy   feature-toy true",
                        "storage-toy storage 2.1 storage-toy.jar false",
                        "tier-toy tier 2.1 tier-toy false");
        assertThat(Plugins.list(plugins).plugins())
                .filteredOn(status -> status.refusal().isEmpty())
                .extracting(PluginStatus::sha256)
                .allMatch(sha256 -> sha256.matches("[0-9a-f]{64}"))
                .doesNotHaveDuplicates();
    }

    private void write(String yaml) throws IOException {
        Files.writeString(configuration.resolve("pawl.yaml"), yaml);
    }

    private String file() {
        return configuration.resolve("pawl.yaml").toString();
    }
}
