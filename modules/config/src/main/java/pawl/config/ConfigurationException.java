package pawl.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. The message holds each problem on a line of its own. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationProblem> problems;

    /** @param problems at least one, in the order in which to show them */
    public ConfigurationException(List<ConfigurationProblem> problems) {
        super(problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order of the file. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }
}
