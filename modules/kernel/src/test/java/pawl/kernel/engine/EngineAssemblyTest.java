package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.token.Instrument;
import pawl.api.token.Token;
import pawl.config.Configuration;
import pawl.fsm.Dissipation;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.PluginSet;
import pawl.kernel.plugin.RefusedPlugin;
import pawl.kernel.toy.HeapLogStore;
import pawl.kernel.toy.ToyConfiguration;
import pawl.kernel.toy.ToyPlugins;
import pawl.storage.PluginStamp;

class EngineAssemblyTest {
    private static final PluginSet PLUGINS = ToyPlugins.all(new HeapLogStore());

    @Test
    void aPlanHasWhatTheConfigurationSays() throws Exception {
        Configuration configuration = ToyConfiguration.standard();
        EngineAssembly assembly = new EngineAssembly(configuration, PLUGINS);
        assertThat(assembly.missingPlugins()).isEmpty();
        EnginePlan plan = assembly.plan();
        assertThat(plan.tokens()).extracting(Token::name).containsExactly("AAA", "BBB");
        assertThat(plan.venues())
                .extracting(EnginePlan.Venue::name, EnginePlan.Venue::pluginId)
                .containsExactly(tuple("alpha", "exchange-toy"), tuple("beta", "exchange-toy"));
        assertThat(plan.venues().get(1).instruments())
                .extracting(Instrument::symbol)
                .containsExactly("aaa", "bbb");
        assertThat(plan.features().pluginId()).isEqualTo("feature-toy");
        assertThat(plan.tiers().pluginId()).isEqualTo("tier-toy");
        assertThat(plan.conflatesBookTicker()).isTrue();
        assertThat(plan.outageTicks()).isEqualTo(40);
        assertThat(plan.snapshotEveryTicks()).isEqualTo(80);
        assertThat(plan.staleAfterTicks()).isEqualTo(240);
        assertThat(plan.gapHoldTicks()).isEqualTo(4);
        assertThat(plan.dissipation()).isEqualTo(new Dissipation(1_200, 8));
        assertThat(plan.tokenTable().rows())
                .extracting(row -> row.threshold().enter())
                .containsExactly(0.35, 0.45, 0.55, 0.40, 0.60, 0.70);
        assertThat(plan.identity().configurationSha256()).isEqualTo(configuration.sha256());
        assertThat(plan.identity().plugins())
                .containsExactly(
                        new PluginStamp(PluginStamp.Kind.EXCHANGE, "exchange-toy", "1.0", "0".repeat(64)),
                        new PluginStamp(PluginStamp.Kind.FEATURE, "feature-toy", "1.1", "1".repeat(64)),
                        new PluginStamp(PluginStamp.Kind.TIER, "tier-toy", "1.2", "2".repeat(64)),
                        new PluginStamp(PluginStamp.Kind.STORAGE, "storage-toy", "1.3", "3".repeat(64)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alpha, adapter: exchange-toy  | alpha, adapter: exchange-no | pawl.yaml:3: venues[0].adapter: there is no plugin exchange-no; of kind exchange there are exchange-toy
            plugin: feature-toy           | plugin: feature-no          | pawl.yaml:12: features.plugin: there is no plugin feature-no; of kind feature there are feature-toy
            plugin: tier-toy              | plugin: feature-toy         | pawl.yaml:13: tierPolicy.plugin: there is no plugin feature-toy; of kind tier there are tier-toy
            plugin: storage-toy           | plugin: storage-no          | pawl.yaml:14: storage.plugin: there is no plugin storage-no; of kind storage there are storage-toy
            """)
    void aPluginThatIsNotThereIsALineWithItsPlaceAndWhatIs(String part, String replacement, String line)
            throws Exception {
        EngineAssembly assembly = new EngineAssembly(ToyConfiguration.with(part, replacement), PLUGINS);
        assertThat(assembly.missingPlugins()).containsExactly(line);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(assembly::plan)
                .withMessage(line)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.USAGE));
    }

    @Test
    void aPluginThatWasRefusedIsALineWithTheCause() throws Exception {
        PluginSet plugins = new PluginSet(
                PLUGINS.plugins().stream()
                        .filter(plugin ->
                                !plugin.id().startsWith("tier-") && !plugin.id().startsWith("storage-"))
                        .toList(),
                List.of(new RefusedPlugin(Path.of("plugins", "tier-toy.jar"), "it is of tin; take one of wood")));
        assertThat(new EngineAssembly(ToyConfiguration.standard(), plugins).missingPlugins())
                .containsExactly(
                        "pawl.yaml:13: tierPolicy.plugin: there is no plugin tier-toy; the one in"
                                + " plugins/tier-toy.jar was refused: it is of tin; take one of wood",
                        "pawl.yaml:14: storage.plugin: there is no plugin storage-toy; the plugins folder has none of"
                                + " kind storage");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {window: 0}}  | USAGE     | pawl.yaml: features.settings.window: 0 is not allowed; a whole number from 1 to 100 is
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {span: 1}}    | USAGE     | pawl.yaml: features.settings.span: unknown setting; allowed are window
            adapter: exchange-toy} | adapter: exchange-toy, settings: {speed: 9}}  | USAGE     | pawl.yaml: venues[0].settings.speed: unknown setting; allowed are none
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {window: 13}} | INVARIANT | plugin feature-toy failed when it was to create its part: java.lang.IllegalStateException: 13 brings bad luck
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {window: 14}} | INVARIANT | plugin feature-toy failed when it was to create its part: java.lang.NoClassDefFoundError: gone
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {window: 15}} | INVARIANT | plugin feature-toy failed when it was to create its part: java.lang.NullPointerException: it made nothing
            {plugin: feature-toy}  | {plugin: feature-toy, settings: {window: 16}} | INVARIANT | plugin feature-toy keeps -1 words of state, and a second instance of it -1; one number from 0 to 65536 is allowed (D9)
            """)
    void aPluginThatCannotBeCreatedIsNamed(String part, String replacement, Kind kind, String message)
            throws Exception {
        EngineAssembly assembly = new EngineAssembly(ToyConfiguration.with(part, replacement), PLUGINS);
        assertThatExceptionOfType(PawlException.class)
                .isThrownBy(assembly::plan)
                .withMessage(message)
                .satisfies(e -> assertThat(e.kind()).isEqualTo(kind));
    }
}
