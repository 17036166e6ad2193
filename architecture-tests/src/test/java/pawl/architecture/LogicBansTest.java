package pawl.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.testkit.Ban;
import pawl.testkit.PluginArchitecture;

/** Logic touches nothing that could differ between two runs of the same inputs (E9, D1, D4). */
class LogicBansTest {
    private static final String[] LOGIC = {
        "pawl.canonical",
        "pawl.feature",
        "pawl.fsm",
        "pawl.storage",
        "pawl.plugin.feature.standard",
        "pawl.plugin.tier.fixed",
        "pawl.plugin.tier.liquidity",
    };
    private static final JavaClasses LOGIC_CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages(LOGIC);

    @ParameterizedTest
    @EnumSource(Ban.class)
    void logicRespectsTheBan(Ban ban) {
        PluginArchitecture.respects(ban).check(LOGIC_CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pawl.canonical",
                "pawl.feature",
                "pawl.fsm",
                "pawl.storage",
                "pawl.plugin.feature.standard",
                "pawl.plugin.tier.fixed",
                "pawl.plugin.tier.liquidity"
            })
    void theBansLookedAtClassesOfThePackage(String name) {
        assertThat(LOGIC_CLASSES.stream().map(JavaClass::getPackageName)).contains(name);
    }

    @ParameterizedTest
    @EnumSource(Ban.class)
    void aPlantedOffenderBreaksTheBan(Ban ban) {
        JavaClasses offenders = new ClassFileImporter().importPackages("pawl.architecture.offender");
        EvaluationResult result = classes()
                .that()
                .haveSimpleName(camelCase(ban))
                .should(ban.respected())
                .evaluate(offenders);
        assertThat(result.hasViolation()).as("the offender for %s", ban).isTrue();
    }

    @Test
    void everyBanHasAnOffender() {
        JavaClasses offenders = new ClassFileImporter().importPackages("pawl.architecture.offender");
        assertThat(offenders.stream().map(JavaClass::getSimpleName))
                .contains(Arrays.stream(Ban.values())
                        .map(LogicBansTest::camelCase)
                        .toArray(String[]::new));
    }

    private static String camelCase(Ban ban) {
        return Stream.of(ban.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .reduce("", String::concat);
    }
}
