package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.scenario.Scenario;
import pawl.scenario.ScenarioDescription;
import pawl.scenario.Scenarios;
import picocli.CommandLine.Option;

/** What a local venue serves: a scenario, or captures. */
final class VenueSource {
    private static final String DEFAULT_SCENARIO = "cascade";

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description =
                    "The scenario to serve; 'pawl scenario --list' names them. Default: " + DEFAULT_SCENARIO + ".")
    private Optional<String> scenario = Optional.empty();

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "How many tokens it has, 1 to " + Scenarios.MOST_TOKENS + "; its own number by default.")
    private Optional<Integer> tokens = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all its chance; default 1.")
    private long seed;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Hours of market time it lasts, 1 to " + Scenarios.MOST_HOURS + ".")
    private Optional<Integer> hours = Optional.empty();

    @Option(
            names = "--serve",
            paramLabel = "CAPTURE",
            arity = "1",
            description = "Serve a capture, or a folder of them, instead; may be given several times.")
    private List<Path> captures = List.of();

    VenueSource() {}

    boolean isAsked() {
        return scenario.isPresent() || tokens.isPresent() || hours.isPresent() || !captures.isEmpty();
    }

    private ScenarioDescription description() throws PawlException {
        String name = scenario.orElse(DEFAULT_SCENARIO);
        return Scenarios.find(name)
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE,
                        "there is no scenario " + name + "; there are "
                                + String.join(
                                        ", ",
                                        Scenarios.all().stream()
                                                .map(ScenarioDescription::name)
                                                .toList())));
    }

    private Scenario scenario() throws PawlException {
        ScenarioDescription chosen = description();
        int tokenCount = Arguments.inRange("--tokens", tokens.orElse(chosen.defaultTokens()), Scenarios.MOST_TOKENS);
        int hourCount = Arguments.inRange("--hours", hours.orElse(chosen.defaultHours()), Scenarios.MOST_HOURS);
        return Scenarios.create(chosen.name(), tokenCount, seed, hourCount);
    }

    /** What is served, in one line without a slash: for the names of feeds. */
    String label() throws PawlException {
        if (captures.isEmpty()) {
            return scenario().label();
        }
        return "synthetic: a local venue with "
                + String.join(
                        ", ",
                        captures.stream()
                                .map(path -> String.valueOf(path.getFileName()))
                                .toList());
    }

    /** The configuration that fits what is served; none where captures are. */
    Optional<String> configuration() throws PawlException {
        return captures.isEmpty() ? Optional.of(description().configuration()) : Optional.empty();
    }

    /** The symbols that a scenario has. */
    List<String> symbols() throws PawlException {
        return captures.isEmpty() ? scenario().symbols() : List.of();
    }

    FrameSource frames() throws PawlException {
        if (captures.isEmpty()) {
            Scenario chosen = scenario();
            return frames -> chosen.play(frames::frame);
        }
        List<Path> files = captures;
        return frames -> CaptureTools.play(files, frames);
    }
}
