package pawl.kernel;

import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.MarketModel;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.SimulationListener;
import pawl.kernel.contract.SimulationReport;
import pawl.kernel.contract.SimulationRequest;
import pawl.kernel.simulate.SimulatedRuns;

/** A whole engine with its feeds, clock and disk in one thread, seed after seed: docs/simulator.md. */
public final class Simulation {
    private Simulation() {}

    /** @throws PawlException when nothing can be simulated under this configuration; what a seed finds is in the report */
    public static SimulationReport run(SimulationRequest request, MarketModel market, SimulationListener listener)
            throws PawlException {
        try {
            Configuration configuration = ConfigurationReader.read(request.configuration());
            return new SimulatedRuns(request, configuration, Plugins.load(request.plugins()), market).run(listener);
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }
}
