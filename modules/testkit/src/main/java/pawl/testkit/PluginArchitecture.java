package pawl.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.EnumSet;
import java.util.Set;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.feature.FeatureExtractor;
import pawl.api.storage.LogStore;
import pawl.api.tier.TierPolicy;

/** The rules of a plugin's architecture, to be checked on its classes; {@code docs/determinism.md} lists the bans and why. */
public final class PluginArchitecture {
    /** What each kind of plugin must not touch. */
    public enum Kind {
        /** Sans-I/O: it may look things up in hashed collections, for which it answers itself. */
        EXCHANGE(EnumSet.complementOf(EnumSet.of(Ban.HASH_ORDER, Ban.TRANSCENDENTAL_MATHS))),
        /** Logic: the whole list. */
        FEATURE(EnumSet.allOf(Ban.class)),
        /** Logic: the whole list. */
        TIER(EnumSet.allOf(Ban.class)),
        /** Files, threads and the machine are its business; a clock and chance are not. */
        STORAGE(EnumSet.of(Ban.CLOCK, Ban.RANDOMNESS, Ban.DEFAULT_LOCALE_ZONE_CHARSET));

        @SuppressWarnings("ImmutableEnumChecker") // Never changed once it is made.
        private final Set<Ban> bans;

        Kind(Set<Ban> bans) {
            this.bans = bans;
        }

        /** Whether plugins of this kind have to respect a ban. */
        public boolean isHeldTo(Ban ban) {
            return bans.contains(ban);
        }
    }

    private PluginArchitecture() {}

    /** The classes of a package and those below it, tests left out. */
    public static JavaClasses classesOf(String packageName) {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes")
                        && !location.contains("/classes/java/test/")
                        && !location.contains("-tests.jar"))
                .importPackages(packageName);
    }

    /** No class touches what is banned. */
    public static ArchRule respects(Ban ban) {
        return classes().should(ban.respected()).because(ban.clause());
    }

    /** The plugin knows of Pawl the API and what is published with it, besides itself. */
    public static ArchRule knowsOfPawlOnlyTheApi(String packageName) {
        return classes()
                .that()
                .resideInAPackage(packageName + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packageName + "..", "pawl.api..", "pawl.json..")
                        .or(not(resideInAPackage("pawl.."))))
                .because("D11: a plugin reads the API, and no other module of the engine");
    }

    /** No class remembers anything where all instances share it. */
    public static ArchRule sharesNoVariable() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because(
                        "E9: what is remembered lies where the engine put it; a static variable is shared by all engines")
                .allowEmptyShould(true);
    }

    /** What is asked at each tick keeps nothing in fields of its own. */
    public static ArchRule logicHasNoVariable() {
        return fields().that()
                .areDeclaredInClassesThat()
                .areAssignableTo(FeatureExtractor.class)
                .or()
                .areDeclaredInClassesThat()
                .areAssignableTo(TierPolicy.class)
                .should()
                .beFinal()
                .because("E4.1: an extractor or policy is a pure function of events and block")
                .allowEmptyShould(true);
    }

    /** Whether a class is one that the engine asks. */
    static boolean isAsked(JavaClass type) {
        return type.isAssignableTo(ExchangeAdapter.class)
                || type.isAssignableTo(FeatureExtractor.class)
                || type.isAssignableTo(TierPolicy.class)
                || type.isAssignableTo(LogStore.class);
    }
}
