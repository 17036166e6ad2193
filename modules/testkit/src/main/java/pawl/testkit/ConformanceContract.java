package pawl.testkit;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What all contracts have in common: the plugin they are about, and the cases that its author says do not apply. After the run the
 * outcome of each case stands in {@code target/conformance/<plugin id>.txt} and {@code .json}.
 */
@DisplayNameGeneration(CaseNames.class)
@ExtendWith(ConformanceExtension.class)
public abstract class ConformanceContract {
    protected ConformanceContract() {}

    /** The id under which the plugin is reported. */
    protected abstract String pluginId();

    /**
     * The cases that do not apply to this plugin, each with the reason, which the report quotes. A case that every plugin must pass
     * fails where it stands here.
     *
     * @return case id to reason
     */
    protected Map<String, String> notApplicable() {
        return Map.of();
    }
}
