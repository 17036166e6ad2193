package pawl.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The wall clock is read in one place, and handed down from there as data (D2). */
class WallClockTest {
    private static final Set<String> READINGS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone");

    private static final JavaClasses PAWL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("pawl.kernel", "pawl.transport", "pawl.capture", "pawl.storage");

    @Test
    void oneMethodOfTheKernelReadsIt() {
        Set<String> readers = new TreeSet<>();
        PAWL.forEach(each -> each.getAccessesFromSelf().stream()
                .filter(WallClockTest::isReading)
                .forEach(access -> readers.add(access.getOrigin().getFullName())));
        assertThat(readers).containsExactly("pawl.kernel.live.LiveRun.wallNs()");
    }

    @Test
    void theTransportReadsNone() {
        noReadingIn("pawl.transport..").check(PAWL);
    }

    @Test
    void theRuleBites() {
        assertThat(noReadingIn("pawl.kernel.live..").evaluate(PAWL).hasViolation())
                .isTrue();
    }

    private static ArchRule noReadingIn(String packages) {
        return noClasses()
                .that(resideInAPackage(packages))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("is a reading of the wall clock", WallClockTest::isReading))
                .because("D2: stamps are asked for where the clock is read, so that a test can hand in another");
    }

    private static boolean isReading(JavaAccess<?> access) {
        return READINGS.contains(
                access.getTargetOwner().getFullName() + "." + access.getTarget().getName());
    }
}
