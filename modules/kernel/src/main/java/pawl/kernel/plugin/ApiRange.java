package pawl.kernel.plugin;

import java.lang.module.ModuleDescriptor.Requires;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pawl.api.plugin.ApiVersion;

/**
 * The versions of the API that a plugin runs on: from the one it was built against up to the next major one (E8.3). The compiler
 * writes the former into the plugin's module descriptor.
 */
public record ApiRange(int major, int minor) {
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})(?:[.+-].*)?");

    /** Empty where the compiler wrote no version; then the check of members alone decides. */
    static Optional<ApiRange> of(Requires requires) throws PluginRefusedException {
        String built = requires.rawCompiledVersion().orElse("");
        if (built.isEmpty()) {
            return Optional.empty();
        }
        Matcher release = RELEASE.matcher(built);
        if (!release.matches()) {
            throw new PluginRefusedException(Refusal.API_UNKNOWN, built);
        }
        ApiRange range = new ApiRange(Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2)));
        if (range.major < ApiVersion.MAJOR) {
            throw new PluginRefusedException(Refusal.API_TOO_OLD, built, ApiVersion.text());
        }
        if (range.major > ApiVersion.MAJOR || range.minor > ApiVersion.MINOR) {
            throw new PluginRefusedException(Refusal.API_TOO_NEW, built, ApiVersion.text());
        }
        return Optional.of(range);
    }

    /** As in {@code >=1.0 <2.0}. */
    public String text() {
        return ">=" + major + "." + minor + " <" + (major + 1) + ".0";
    }
}
