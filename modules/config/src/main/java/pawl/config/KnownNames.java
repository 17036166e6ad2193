package pawl.config;

import java.util.Collection;
import java.util.Optional;

/** Whether a name is one of those that there are, and what else may have been meant. */
final class KnownNames {
    private KnownNames() {}

    /** Adds a problem where it is none of them; true when it is one. */
    static boolean check(Collection<String> names, String kind, String path, String name, ProblemList problems) {
        if (names.contains(name)) {
            return true;
        }
        Optional<String> nearest = EditDistance.nearest(name, names);
        String others = names.isEmpty() ? "there is none" : kind + "s are " + String.join(", ", names);
        problems.add(
                path,
                SchemaWords.quoted(name) + " is no " + kind + "; "
                        + nearest.map(meant -> "did you mean " + meant + "?").orElse(others));
        return false;
    }
}
