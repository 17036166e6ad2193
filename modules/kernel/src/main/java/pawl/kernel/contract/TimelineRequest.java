package pawl.kernel.contract;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a timeline is to show.
 *
 * @param data folder
 * @param plugins folder
 * @param tokens by name; all where empty
 * @param stepSeconds between two points of heat, at least 1
 */
public record TimelineRequest(
        Path data, Path plugins, Set<String> tokens, OptionalLong fromTick, OptionalLong toTick, int stepSeconds) {
    public TimelineRequest {
        tokens = Set.copyOf(tokens);
    }
}
