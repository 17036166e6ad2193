package pawl.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pawl.kernel.CaptureTools;
import pawl.kernel.contract.FrameSource;
import pawl.kernel.contract.PawlException;
import pawl.scenario.Scenario;
import pawl.scenario.ScenarioDescription;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--serve",
            paramLabel = "CAPTURE",
            arity = "1",
            description = "Serve a capture, or a folder of them, instead; may be given several times.")
    private List<Path> captures = List.of();

    VenueSource() {}

    boolean isAsked() {
        return scenario.isPresent() || options.areGiven() || !captures.isEmpty();
    }

    private ScenarioDescription description() throws PawlException {
        return ScenarioOptions.describe(scenario.orElse(DEFAULT_SCENARIO));
    }

    private Scenario scenario() throws PawlException {
        return options.create(description());
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
