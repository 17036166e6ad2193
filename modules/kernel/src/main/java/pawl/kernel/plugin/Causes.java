package pawl.kernel.plugin;

import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What a failure of the JDK or of a plugin says, in a line. */
final class Causes {
    private Causes() {}

    /** The first line of the innermost cause's message, or what it is where it has none. */
    static String line(Throwable thrown) {
        Throwable inner = thrown;
        for (Optional<Throwable> next = Optional.of(thrown); next.isPresent(); ) {
            inner = next.get();
            next = Optional.ofNullable(inner.getCause());
        }
        String name = inner.getClass().getSimpleName();
        String message = Optional.ofNullable(inner.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .orElse(name);
        boolean isNameAlone = inner instanceof NoSuchFileException || inner instanceof LinkageError;
        return isNameAlone ? name + ": " + message : message;
    }
}
