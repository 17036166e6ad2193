package pawl.cli;

import java.nio.file.Path;
import java.util.Optional;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.venue.FaultScript;
import pawl.venue.FaultScriptException;
import pawl.venue.LocalVenue;
import pawl.venue.VenueException;
import pawl.venue.VenueSettings;
import picocli.CommandLine.Option;

/** How a local venue plays what it serves. */
final class VenueOptions {
    private static final String UNBOUNDED = "max";

    @Option(
            names = "--pace",
            paramLabel = "N",
            defaultValue = "1",
            description = "Market seconds a second, or 'max': as fast as it is read. Default 1.")
    private String pace = "1";

    @Option(names = "--faults", paramLabel = "FILE", description = "What goes wrong, and when: a fault script.")
    private Optional<Path> faults = Optional.empty();

    VenueOptions() {}

    double pace() throws PawlException {
        if (pace.equals(UNBOUNDED)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double value = Double.parseDouble(pace);
            if (value > 0 && value <= 1e6) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new PawlException(
                Kind.USAGE, "--pace " + pace + " is not allowed; it is above 0 and at most 1000000, or max");
    }

    /** The venue, serving. */
    LocalVenue start(VenueSource source, VenueSettings settings) throws PawlException {
        FaultScript script = faults();
        try {
            return LocalVenue.start(new PulledFrames(source.frames()), script, settings);
        } catch (VenueException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private FaultScript faults() throws PawlException {
        if (faults.isEmpty()) {
            return FaultScript.none();
        }
        try {
            return FaultScript.read(faults.get());
        } catch (FaultScriptException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }
}
