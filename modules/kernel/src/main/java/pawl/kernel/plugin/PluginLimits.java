package pawl.kernel.plugin;

import java.time.Duration;

/**
 * How much a plugin may take before it is refused.
 *
 * @param start until its provider is there and has said its id
 * @param packedEntries of a packed plugin
 * @param unpackedBytes of a packed plugin's jars together, and of the classes that are read of a plugin before it runs
 */
public record PluginLimits(Duration start, int packedEntries, long unpackedBytes) {
    public static final PluginLimits STANDARD = new PluginLimits(Duration.ofSeconds(5), 1_000, 256L << 20);
}
