package pawl.cli;

import java.util.List;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.scenario.Scenario;
import pawl.scenario.ScenarioDescription;
import pawl.scenario.Scenarios;
import picocli.CommandLine.Option;

/** How a scenario is varied, wherever one is made. */
final class ScenarioOptions {
    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "How many tokens, 1 to " + Scenarios.MOST_TOKENS + "; the scenario's own number by default.")
    private Optional<Integer> tokens = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all chance; default 1.")
    private long seed;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Hours of market time, 1 to " + Scenarios.MOST_HOURS + "; default 6.")
    private Optional<Integer> hours = Optional.empty();

    ScenarioOptions() {}

    /** Whether the user varies anything that a captured market does not have. */
    boolean areGiven() {
        return tokens.isPresent() || hours.isPresent();
    }

    /** The scenario of that name. */
    static ScenarioDescription describe(String name) throws PawlException {
        List<String> names =
                Scenarios.all().stream().map(ScenarioDescription::name).toList();
        return Scenarios.find(name)
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE, "there is no scenario " + name + "; there are " + String.join(", ", names)));
    }

    Scenario create(ScenarioDescription chosen) throws PawlException {
        int tokenCount = Arguments.inRange("--tokens", tokens.orElse(chosen.defaultTokens()), Scenarios.MOST_TOKENS);
        int hourCount = Arguments.inRange("--hours", hours.orElse(chosen.defaultHours()), Scenarios.MOST_HOURS);
        return Scenarios.create(chosen.name(), tokenCount, seed, hourCount);
    }
}
