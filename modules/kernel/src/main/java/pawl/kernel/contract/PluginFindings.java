package pawl.kernel.contract;

import java.util.List;
import java.util.Optional;

/**
 * What a check of one plugin found.
 *
 * @param plugin what it is, where it is one
 * @param problems for which it is refused, or does not do what its kind must, a line each; none where it is fine
 * @param warnings what is no problem and should be known, a line each
 */
public record PluginFindings(Optional<PluginStatus> plugin, List<String> problems, List<String> warnings) {
    public PluginFindings {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
