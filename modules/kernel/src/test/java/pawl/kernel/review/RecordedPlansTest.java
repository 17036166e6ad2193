package pawl.kernel.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyConfiguration;
import pawl.kernel.toy.ToyPlugins;
import pawl.storage.ConfigurationFiles;
import pawl.storage.FormatVersion;
import pawl.storage.LogHeader;
import pawl.storage.LogIdentity;
import pawl.storage.LogKind;
import pawl.storage.PluginStamp;

/** Only the very plugins and the very configuration can judge; what takes no part may be another build. */
class RecordedPlansTest {
    private final HeapLogStore store = new HeapLogStore();
    private final PluginSet plugins = ToyPlugins.all(store);
    private final Configuration configuration;
    private final LogIdentity identity;

    RecordedPlansTest() throws Exception {
        configuration = ToyConfiguration.standard();
        identity = new EngineAssembly(configuration, plugins).plan().identity();
        ConfigurationFiles.write(store, configuration.canonicalJson());
    }

    @Test
    void theVeryPluginsJudge() throws Exception {
        RecordedPlans plans = new RecordedPlans(store, plugins);
        assertThat(plans.of(configuration.sha256(), header(identity)).identity())
                .isEqualTo(identity);
        assertThat(plans.otherBuilds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PluginStamp.Kind.class,
            names = {"FEATURE", "TIER"})
    void anotherBuildOfWhatDecidesCannotJudge(PluginStamp.Kind kind) {
        PluginStamp other = other(kind);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> new RecordedPlans(store, plugins).of(configuration.sha256(), header(with(other))))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_JUDGE))
                .withMessageStartingWith(
                        "cannot judge: needs " + other.id() + " " + other.version() + " sha256:" + "f".repeat(64));
    }

    @ParameterizedTest
    @EnumSource(
            value = PluginStamp.Kind.class,
            names = {"EXCHANGE", "STORAGE"})
    void anotherBuildOfWhatTakesNoPartIsTold(PluginStamp.Kind kind) throws Exception {
        RecordedPlans plans = new RecordedPlans(store, plugins);
        PluginStamp other = other(kind);
        assertThat(plans.of(configuration.sha256(), header(with(other))).identity())
                .isEqualTo(with(other));
        assertThat(plans.otherBuilds()).singleElement().asString().contains(other.id(), "f".repeat(64));
    }

    @Test
    void aPluginThatIsNotHereAtAllIsNamed() {
        PluginSet withoutTier = new PluginSet(
                plugins.plugins().stream()
                        .filter(plugin -> plugin.kind() != PluginKind.TIER)
                        .toList(),
                List.of());
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> new RecordedPlans(store, withoutTier).of(configuration.sha256(), header(identity)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_JUDGE))
                .withMessageContaining("needs tier-toy 1.2 sha256:" + "2".repeat(64));
    }

    @Test
    void aConfigurationThatIsNotThereCannotBeJudged() {
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(() -> new RecordedPlans(store, plugins).of("a".repeat(64), header(identity)))
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.CANNOT_JUDGE))
                .withMessageContaining("configuration/" + "a".repeat(64) + ".json");
    }

    private PluginStamp other(PluginStamp.Kind kind) {
        return identity.plugins().stream()
                .filter(stamp -> stamp.kind() == kind)
                .map(stamp -> new PluginStamp(kind, stamp.id(), "9.9", "f".repeat(64)))
                .findFirst()
                .orElseThrow();
    }

    private LogIdentity with(PluginStamp other) {
        return new LogIdentity(
                identity.configurationSha256(),
                identity.plugins().stream()
                        .map(stamp -> stamp.kind() == other.kind() ? other : stamp)
                        .toList());
    }

    private static LogHeader header(LogIdentity identity) {
        return new LogHeader(FormatVersion.CURRENT, LogKind.TICK, "", 19_000, 0, 0, 0, 0, identity);
    }
}
