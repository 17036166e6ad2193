package pawl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.testkit.PluginArchitecture;

/** Dependencies run one way (E1.3): what the module graph says of modules, said of packages and classes. */
class LayerIsolationTest {
    private static final JavaClasses PAWL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("pawl");

    @ParameterizedTest
    @ValueSource(strings = {"pawl.canonical", "pawl.feature", "pawl.fsm", "pawl.storage"})
    void aLayerKnowsOfPawlOnlyItselfAndTheApi(String layer) {
        classes()
                .that()
                .resideInAPackage(layer + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(layer + "..", "pawl.api..").or(not(resideInAPackage("pawl.."))))
                .because("E1.3: layers are isolated, and the kernel alone passes values between them")
                .check(PAWL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pawl.plugin.exchange.binance",
                "pawl.plugin.exchange.bybit",
                "pawl.plugin.exchange.gate",
                "pawl.plugin.exchange.hyperliquid",
                "pawl.plugin.exchange.okx",
                "pawl.plugin.feature.standard",
                "pawl.plugin.tier.fixed",
                "pawl.plugin.tier.liquidity",
                "pawl.plugin.storage.file",
                "pawl.plugin.storage.memory"
            })
    void aPluginKnowsOfPawlOnlyItselfAndWhatIsPublished(String plugin) {
        PluginArchitecture.knowsOfPawlOnlyTheApi(plugin).check(PAWL);
    }

    @Test
    void theRuleOnPluginsBites() {
        // The kernel knows much more than the API: held against it, the rule must fail.
        assertThat(PluginArchitecture.knowsOfPawlOnlyTheApi("pawl.kernel")
                        .evaluate(PAWL)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void stateMachinesCannotSeeEventsVenuesOrFiles() {
        machinesSeeFeaturesOnly("pawl.fsm..").check(PAWL);
    }

    @Test
    void theRuleOnStateMachinesBites() {
        // The canonical layer does see events: held against it, the rule must fail.
        assertThat(machinesSeeFeaturesOnly("pawl.canonical..").evaluate(PAWL).hasViolation())
                .isTrue();
    }

    private static ArchRule machinesSeeFeaturesOnly(String machines) {
        return noClasses()
                .that()
                .resideInAPackage(machines)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("pawl.api.event..", "pawl.api.exchange..", "pawl.api.storage..", "pawl.feature..")
                .because("E1.3, E4.2: a machine reads a feature frame and thresholds; no event, venue, file or candle");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("pawl.(**)").should().beFreeOfCycles().check(PAWL);
    }

    @Test
    void noRoomIsNamedForWhateverIsLeftOver() {
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..helper..", "..manager..", "..impl..")
                .because("a package is named for its role")
                .check(PAWL);
    }

    @Test
    void theImporterSawEveryLayer() {
        assertThat(PAWL.stream().map(type -> type.getPackageName()))
                .contains(
                        "pawl.api.event", "pawl.canonical", "pawl.feature", "pawl.fsm", "pawl.storage", "pawl.kernel");
    }
}
