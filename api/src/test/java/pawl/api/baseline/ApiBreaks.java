package pawl.api.baseline;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiParameter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of one jar would break a plugin built for another. */
final class ApiBreaks {
    private final TreeSet<String> breaks = new TreeSet<>();

    private ApiBreaks() {}

    /** Breaks of a plugin's binary or of its source, each as {@code element CHANGE}, in order. */
    static List<String> between(Path released, Path built) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        ApiBreaks found = new ApiBreaks();
        new JarArchiveComparator(options)
                .compare(
                        List.of(new JApiCmpArchive(released.toFile(), "released")),
                        List.of(new JApiCmpArchive(built.toFile(), "built")))
                .forEach(found::add);
        return List.copyOf(found.breaks);
    }

    private void add(JApiClass type) {
        String name = type.getFullyQualifiedName();
        add(name, type);
        add(name, type.getSuperclass());
        type.getInterfaces().forEach(each -> add(name, each));
        type.getFields().forEach(each -> add(name + "." + each.getName(), each));
        type.getConstructors().forEach(each -> add(name + signature(each), each));
        type.getMethods().forEach(each -> add(name + "." + each.getName() + signature(each), each));
    }

    private void add(String element, JApiCompatibility compared) {
        Collection<JApiCompatibilityChange> changes = compared.getCompatibilityChanges();
        for (JApiCompatibilityChange change : changes) {
            if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
                breaks.add(element + " " + change.getType());
            }
        }
    }

    private static String signature(JApiBehavior behavior) {
        Stream<String> types = behavior.getParameters().stream().map(JApiParameter::getType);
        return "(" + String.join(",", types.toList()) + ")";
    }
}
