package pawl.kernel.plugin;

import java.nio.file.Path;

/**
 * A folder or jar in the plugins folder that gives no plugin.
 *
 * @param cause what is wrong, and what to do about it, in one line
 */
public record RefusedPlugin(Path location, String cause) {}
