package pawl.kernel.plugin;

import java.io.IOException;
import java.nio.file.Path;

/** A lock file that cannot be understood; its message names file and line and says what is needed there. */
public final class PluginLockException extends IOException {
    private static final long serialVersionUID = 1L;

    PluginLockException(Path file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
