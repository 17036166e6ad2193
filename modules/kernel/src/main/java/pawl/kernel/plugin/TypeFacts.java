package pawl.kernel.plugin;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What links to a class or interface depend on. Names are internal ones, as in {@code pawl/api/tier/Tier}; members are keyed by name and
 * descriptor, as in {@code create(Ljava/util/List;)V} or {@code index:I}, with their access flags.
 *
 * @param superclass none for {@code java.lang.Object} alone
 */
record TypeFacts(
        String name, int flags, Optional<String> superclass, List<String> interfaces, Map<String, Integer> members) {

    boolean isInterface() {
        return Modifier.isInterface(flags);
    }

    boolean isAbstract() {
        return Modifier.isAbstract(flags);
    }

    /** Superclass and interfaces. */
    List<String> supertypes() {
        List<String> all = new ArrayList<>(interfaces);
        superclass.ifPresent(all::addFirst);
        return all;
    }

    static String methodKey(String name, String descriptor) {
        return name + descriptor;
    }

    static String fieldKey(String name, String descriptor) {
        return name + ":" + descriptor;
    }
}
