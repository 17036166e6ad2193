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
    private static final double FASTEST = 1_000_000;

    @Option(
            names = "--pace",
            paramLabel = "N",
            description =
                    "Market seconds a second, or 'max': as fast as it is read. Default: 60 with run, 1 with venue.")
    private Optional<String> pace = Optional.empty();

    @Option(names = "--faults", paramLabel = "FILE", description = "What goes wrong, and when: a fault script.")
    private Optional<Path> faults = Optional.empty();

    VenueOptions() {}

    /** @param unsaid the pace where the user names none */
    double pace(double unsaid) throws PawlException {
        if (pace.isEmpty()) {
            return unsaid;
        }
        if (pace.get().equals(UNBOUNDED)) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            double value = Double.parseDouble(pace.get());
            if (value > 0 && value <= FASTEST) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with what is allowed.
        }
        throw new PawlException(
                Kind.USAGE, "--pace " + pace.get() + " is not allowed; it is above 0 and at most 1000000, or max");
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
