package pawl.testkit;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What logic must not touch, with the clause that forbids it (E9, D4). A ban looks at every call, constructor call, method reference
 * and field access that a class makes.
 */
public enum Ban {
    CLOCK(
            "E9: no reading of the clock inside logic; the tick's time is handed down",
            target -> isMember(target, "java.lang.System", "currentTimeMillis|nanoTime")
                    || (owner(target).startsWith("java.time.")
                            && target.getName().matches("now|system.*|tick.*"))
                    || owner(target).equals("java.util.Date")),
    RANDOMNESS(
            "E9: no randomness",
            target -> owner(target).matches("java\\.util\\.(Random|SplittableRandom)|java\\.util\\.random\\..*")
                    || owner(target)
                            .matches("java\\.security\\.SecureRandom|java\\.util\\.concurrent\\.ThreadLocalRandom")
                    || isMember(target, "java.lang.Math|java.lang.StrictMath", "random")
                    || isMember(target, "java.util.UUID", "randomUUID")),
    THREADS(
            "E1.1: no asynchronous mutation; one thread owns the state",
            target -> owner(target).matches("java\\.lang\\.(Thread|ThreadLocal|Runtime|Process|ProcessBuilder)")
                    || owner(target).startsWith("java.util.concurrent.")
                    || isMember(target, "java.lang.Object", "wait|notify|notifyAll")),
    INPUT_AND_OUTPUT(
            "E1.3: logic knows no file, socket or stream",
            target -> (owner(target).matches("java\\.io\\..*|java\\.net\\..*|java\\.nio\\.(file|channels)\\..*")
                            && !owner(target)
                                    .matches("java\\.io\\.(IOException|UncheckedIOException|ByteArray.*)"
                                            + "|java\\.net\\.(URI|URISyntaxException|URLEncoder|URLDecoder)"))
                    || isMember(target, "java.lang.System", "out|err|in|console")),
    ENVIRONMENT(
            "D1: the same bytes on any machine",
            target -> isMember(target, "java.lang.System", "getenv|getProperty|getProperties|lineSeparator")
                    || isMember(
                            target,
                            "java.lang.Integer|java.lang.Long|java.lang.Boolean",
                            "getInteger|getLong|getBoolean")),
    DEFAULT_LOCALE_ZONE_CHARSET(
            "D1: the same bytes in any locale, time zone and charset",
            target -> isMember(target, "java.util.Locale|java.util.TimeZone", "getDefault")
                    || isMember(target, "java.time.ZoneId", "systemDefault")
                    || isMember(target, "java.nio.charset.Charset", "defaultCharset")
                    || isBare(target, "java.lang.String", "toLowerCase|toUpperCase|getBytes")
                    || (isMember(target, "java.lang.String", "format|formatted")
                            && !firstParameterIs(target, "java.util.Locale"))
                    || target.getFullName().matches("java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)")),
    HASH_ORDER(
            "D1: no order that a hash decides",
            target -> (owner(target).matches("java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable)")
                            && target.getName().equals("<init>"))
                    || isMember(target, "java.util.Map|java.util.Set", "of|ofEntries|copyOf")
                    || isMember(
                            target,
                            "java.util.stream.Collectors",
                            "to(Unmodifiable)?(Set|Map)|groupingBy|partitioningBy")
                    || isMember(target, "java.lang.System", "identityHashCode")),
    PARALLEL_STREAMS(
            "D4: no parallel reduction",
            target -> target.getName().matches("parallelStream|parallel|parallelPrefix|parallelSetAll|parallelSort")),
    TRANSCENDENTAL_MATHS(
            "D4: + − × ÷ and square root only, so that any language gives the same bits",
            target -> isMember(
                            target,
                            "java.lang.Math",
                            "(?!(abs|min|max|clamp|sqrt|floorDiv|floorMod|ceilDiv|addExact|subtractExact|multiplyExact"
                                    + "|negateExact|incrementExact|toIntExact|multiplyHigh|unsignedMultiplyHigh|signum)$).*")
                    || owner(target).equals("java.lang.StrictMath"));

    private final String clause;

    @SuppressWarnings("ImmutableEnumChecker") // Predicates without state.
    private final Predicate<AccessTarget> isBanned;

    Ban(String clause, Predicate<AccessTarget> isBanned) {
        this.clause = clause;
        this.isBanned = isBanned;
    }

    /** The requirement that forbids it, for messages. */
    public String clause() {
        return clause;
    }

    /** Holds for a class that touches nothing of what is banned. */
    public ArchCondition<JavaClass> respected() {
        return new ArchCondition<>("respect the ban on " + name()) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (isBanned.test(access.getTarget())) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private static String owner(AccessTarget target) {
        return target.getOwner().getFullName();
    }

    private static boolean isMember(AccessTarget target, String ownerPattern, String namePattern) {
        return Pattern.matches(ownerPattern, owner(target)) && Pattern.matches(namePattern, target.getName());
    }

    private static boolean isBare(AccessTarget target, String owner, String namePattern) {
        return isMember(target, owner, namePattern) && target.getFullName().endsWith("()");
    }

    private static boolean firstParameterIs(AccessTarget target, String type) {
        return target.getFullName().contains("(" + type);
    }
}
