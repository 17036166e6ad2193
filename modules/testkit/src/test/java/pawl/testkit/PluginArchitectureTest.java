package pawl.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.testkit.PluginArchitecture.Kind;

/** Each rule on a plugin's classes bites; the bans have their offenders in {@code architecture-tests}. */
class PluginArchitectureTest {
    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importClasses(ToyPolicy.class, ToyPolicy.Fault.class, PluginArchitectureTest.class);

    @Test
    void aVariableOfLogicIsFound() {
        assertThat(breaks(PluginArchitecture.logicHasNoVariable())).isTrue();
    }

    @Test
    void aStaticVariableIsFound() {
        assertThat(breaks(PluginArchitecture.sharesNoVariable())).isTrue();
    }

    /** As an extractor or policy, the toy is found. */
    @Test
    void whatTheEngineAsksIsFound() {
        assertThat(OFFENDERS.stream().filter(PluginArchitecture::isAsked)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindIsHeldToTheBansOnClockAndChance(Kind kind) {
        assertThat(kind.isHeldTo(Ban.CLOCK)).isTrue();
        assertThat(kind.isHeldTo(Ban.RANDOMNESS)).isTrue();
    }

    @Test
    void logicIsHeldToEveryBan() {
        for (Ban ban : Ban.values()) {
            assertThat(Kind.FEATURE.isHeldTo(ban)).as(ban.name()).isTrue();
            assertThat(Kind.TIER.isHeldTo(ban)).as(ban.name()).isTrue();
        }
    }

    private static boolean breaks(ArchRule rule) {
        return rule.evaluate(OFFENDERS).hasViolation();
    }
}
