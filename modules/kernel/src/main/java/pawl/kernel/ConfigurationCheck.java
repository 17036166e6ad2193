package pawl.kernel;

import java.nio.file.Path;
import java.util.List;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationProblem;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.EngineAssembly;

/** Checks a configuration as a replay would, plugins and their settings included, without running anything. */
public final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /** Each problem in one line, with file, path and what is allowed; none when the configuration can be used. */
    public static List<String> check(Path folder, Path plugins) throws PawlException {
        Configuration configuration;
        try {
            configuration = ConfigurationReader.read(folder);
        } catch (ConfigurationException e) {
            return e.problems().stream().map(ConfigurationProblem::toString).toList();
        }
        EngineAssembly assembly = new EngineAssembly(configuration, Plugins.load(plugins));
        List<String> missing = assembly.missingPlugins();
        if (!missing.isEmpty()) {
            return missing;
        }
        try {
            assembly.plan();
            return List.of();
        } catch (PawlException e) {
            return List.of(e.getMessage());
        }
    }
}
