package pawl.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Collects the problems of one file, at most one for each path: the first is the cause. */
final class ProblemList {
    private final SourceLines lines;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    ProblemList(SourceLines lines) {
        this.lines = lines;
    }

    SourceLines lines() {
        return lines;
    }

    void add(String path, String message) {
        add(lines.of(path), path, message);
    }

    void add(OptionalInt line, String path, String message) {
        ConfigurationProblem problem = new ConfigurationProblem(lines.file(), line, path, message);
        if (problems.stream().noneMatch(other -> other.path().equals(problem.path()))) {
            problems.add(problem);
        }
    }

    /** What ends the reading: everything found so far, and this. */
    ConfigurationException fatal(OptionalInt line, String message) {
        problems.add(new ConfigurationProblem(lines.file(), line, "", message));
        return new ConfigurationException(inOrder());
    }

    void throwIfAny() throws ConfigurationException {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(inOrder());
        }
    }

    private List<ConfigurationProblem> inOrder() {
        List<ConfigurationProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt((ConfigurationProblem p) -> p.line().orElse(0))
                .thenComparing(ConfigurationProblem::path));
        return sorted;
    }
}
