package pawl.kernel.plugin;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pawl.api.plugin.ApiVersion;

/**
 * Whether what a plugin's classes use of the API is there, and what the API asks of them is done: found before anything of them runs,
 * and not at the first call at night. Where a class's ancestors are in a library of the plugin's, it is taken to be right.
 */
final class ApiUseCheck {
    private final SortedMap<String, ClassUse> classes;
    private final Set<String> ownPackages;
    private final EngineTypes engine;
    private final Map<String, Lineage> lineages = new HashMap<>();
    private final Set<String> foreign = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> unimplemented = new LinkedHashSet<>();

    private ApiUseCheck(SortedMap<String, ClassUse> classes, Set<String> ownPackages, EngineTypes engine) {
        this.classes = classes;
        this.ownPackages = ownPackages;
        this.engine = engine;
    }

    /**
     * @param classes by internal name: those of all modules of the plugin that can see the API
     * @param ownPackages all of the plugin's
     */
    static void check(Map<String, ClassUse> classes, Set<String> ownPackages, EngineTypes engine)
            throws PluginRefusedException {
        ApiUseCheck check = new ApiUseCheck(new TreeMap<>(classes), ownPackages, engine);
        check.classes.values().forEach(check::checkClass);
        refuse(Refusal.READS_THE_ENGINE, check.foreign);
        refuse(Refusal.MISSING_MEMBER, check.missing);
        refuse(Refusal.UNIMPLEMENTED, check.unimplemented);
    }

    private static void refuse(Refusal refusal, Set<String> findings) throws PluginRefusedException {
        if (!findings.isEmpty()) {
            throw new PluginRefusedException(refusal, List.copyOf(findings));
        }
    }

    private void checkClass(ClassUse used) {
        String name = used.facts().name();
        used.types().forEach(type -> checkType(name, type));
        used.members().forEach(member -> checkMember(name, member));
        used.lambdas().forEach(lambda -> checkLambda(name, lambda));
        if (!used.facts().isAbstract()) {
            Map<String, String> asked = abstractMethods(name);
            asked.keySet().removeIf(key -> isImplemented(name, key) != Answer.NO);
            asked.forEach((key, owner) -> addUnimplemented(name, owner, key));
        }
    }

    private void checkType(String user, String type) {
        if (EngineTypes.isOfApi(type)) {
            if (engine.find(type).isEmpty()) {
                missing.add(Refusal.MISSING_MEMBER.line(shown(user), shown(type), ApiVersion.text()));
            }
            return;
        }
        String packageName =
                type.substring(0, Math.max(0, type.lastIndexOf('/'))).replace('/', '.');
        Optional<String> module = ownPackages.contains(packageName) ? Optional.empty() : engine.moduleOf(packageName);
        module.ifPresent(of -> foreign.add(Refusal.READS_THE_ENGINE.line(shown(user), shown(type), of)));
    }

    /** A type that is missing itself was found as such. */
    private void checkMember(String user, ClassUse.Member member) {
        String owner = member.owner();
        boolean concernsApi = EngineTypes.isOfApi(owner)
                ? engine.find(owner).isPresent()
                : classes.containsKey(owner) && lineage(owner).reachesApi();
        if (concernsApi && has(owner, member.key()) == Answer.NO) {
            missing.add(Refusal.MISSING_MEMBER.line(shown(user), shown(owner, member.key()), ApiVersion.text()));
        }
    }

    private void checkLambda(String user, ClassUse.Lambda lambda) {
        if (EngineTypes.isOfApi(lambda.type())) {
            checkType(user, lambda.type());
        }
        Map<String, String> asked = abstractMethods(lambda.type());
        asked.keySet().removeIf(key -> key.equals(lambda.key()) || isImplemented(lambda.type(), key) != Answer.NO);
        asked.forEach((key, owner) -> addUnimplemented(user, owner, key));
    }

    private void addUnimplemented(String user, String owner, String key) {
        unimplemented.add(Refusal.UNIMPLEMENTED.line(shown(user), shown(owner, key), ApiVersion.text()));
    }

    private enum Answer {
        YES,
        NO,
        /** A type that could tell is in a library, which is not read. */
        UNKNOWN
    }

    /**
     * A type and all types above it.
     *
     * @param isWhole whether all of them could be found
     */
    private record Lineage(List<TypeFacts> types, boolean isWhole) {
        boolean reachesApi() {
            return types.stream().anyMatch(type -> EngineTypes.isOfApi(type.name()));
        }

        Answer otherwise() {
            return isWhole ? Answer.NO : Answer.UNKNOWN;
        }
    }

    private Optional<TypeFacts> find(String type) {
        return Optional.ofNullable(classes.get(type)).map(ClassUse::facts).or(() -> engine.find(type));
    }

    private Lineage lineage(String type) {
        Optional<Lineage> known = Optional.ofNullable(lineages.get(type));
        if (known.isPresent()) {
            return known.get();
        }
        SequencedSet<String> names = new LinkedHashSet<>(List.of(type));
        List<TypeFacts> types = new ArrayList<>();
        boolean isWhole = true;
        for (Optional<String> next = Optional.of(type);
                next.isPresent();
                next = names.stream().skip(types.size()).findFirst()) {
            Optional<TypeFacts> found = find(next.get());
            if (found.isPresent()) {
                types.add(found.get());
                names.addAll(found.get().supertypes());
            } else {
                isWhole = false;
                names.remove(next.get());
            }
        }
        Lineage lineage = new Lineage(types, isWhole);
        lineages.put(type, lineage);
        return lineage;
    }

    /** Whether a link to that member can be resolved, as the virtual machine would. */
    private Answer has(String type, String key) {
        Lineage lineage = lineage(type);
        // Constructors are not inherited.
        List<TypeFacts> holders = key.startsWith("<init>") ? lineage.types().subList(0, 1) : lineage.types();
        boolean isThere = holders.stream().anyMatch(holder -> isVisible(holder, key));
        return isThere ? Answer.YES : lineage.otherwise();
    }

    private boolean isVisible(TypeFacts holder, String key) {
        int flags = holder.members().getOrDefault(key, 0);
        boolean isOwn = classes.containsKey(holder.name()) && holder.members().containsKey(key);
        return isOwn || Modifier.isPublic(flags) || Modifier.isProtected(flags);
    }

    /** What the API's interfaces and classes above that type leave to it: key to who asks for it. */
    private Map<String, String> abstractMethods(String type) {
        Map<String, String> methods = new TreeMap<>();
        for (TypeFacts above : lineage(type).types()) {
            if (EngineTypes.isOfApi(above.name())) {
                above.members().forEach((key, flags) -> {
                    if (Modifier.isAbstract(flags)) {
                        methods.put(key, above.name());
                    }
                });
            }
        }
        return methods;
    }

    /** The nearest class that has the method decides; without one, an interface's default. */
    private Answer isImplemented(String type, String key) {
        Lineage lineage = lineage(type);
        for (TypeFacts above : lineage.types()) {
            int flags = above.members().getOrDefault(key, Modifier.PRIVATE);
            if (!above.isInterface() && !Modifier.isPrivate(flags)) {
                return Modifier.isAbstract(flags) ? Answer.NO : Answer.YES;
            }
        }
        boolean hasDefault = lineage.types().stream()
                .filter(TypeFacts::isInterface)
                .anyMatch(above -> !Modifier.isAbstract(above.members().getOrDefault(key, Modifier.ABSTRACT)));
        return hasDefault ? Answer.YES : lineage.otherwise();
    }

    private static String shown(String type) {
        return type.replace('/', '.');
    }

    /** As in {@code pawl.api.tier.Tier.name()}. */
    private static String shown(String owner, String key) {
        int parameters = key.indexOf('(');
        if (parameters < 0) {
            return shown(owner) + "." + key.substring(0, key.indexOf(':'));
        }
        String types = MethodTypeDesc.ofDescriptor(key.substring(parameters)).parameterList().stream()
                .map(ClassDesc::displayName)
                .collect(Collectors.joining(", "));
        return shown(owner) + "." + key.substring(0, parameters) + "(" + types + ")";
    }
}
