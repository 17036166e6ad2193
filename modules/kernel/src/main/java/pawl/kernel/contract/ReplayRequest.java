package pawl.kernel.contract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to replay, and how.
 *
 * @param captures files or folders, at least one; their order does not matter
 * @param data where logs and snapshots go; without it they are kept in memory until their digest is known
 * @param configuration the folder of the one to run under
 * @param usesRecorded whether one that the captures say they were recorded under goes before it
 * @param autoConfigures whether instruments that the captures show and no token has are configured from what the captures show
 * @param isStrict whether the first frame or line that cannot be understood ends the replay
 * @param resumes whether the data folder's logs are to be continued; without it the folder must hold none
 * @param untilTick the last tick to run, where the replay is to stop before the captures end
 * @param venue whose frames the captures hold, where the feed's name does not say; without it the first venue configured
 * @param runsRecordedPlugins whether exchange plugins that lie beside the captures may run, where the plugins folder has other builds
 * @param durability of what goes to the data folder
 */
public record ReplayRequest(
        List<Path> captures,
        Optional<Path> data,
        Path configuration,
        boolean usesRecorded,
        Path plugins,
        boolean autoConfigures,
        boolean isStrict,
        boolean resumes,
        OptionalLong untilTick,
        Optional<String> venue,
        boolean runsRecordedPlugins,
        Durability durability) {

    public ReplayRequest {
        captures = List.copyOf(captures);
    }
}
