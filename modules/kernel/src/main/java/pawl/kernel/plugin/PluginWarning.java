package pawl.kernel.plugin;

import java.nio.file.Path;

/**
 * Something that is no reason to refuse a plugin and that its user should know.
 *
 * @param about a plugin's folder or file, or the lock file
 * @param text what it is, and what to do about it, in one line
 */
public record PluginWarning(Path about, String text) {}
