package pawl.kernel.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.config.Configuration;
import pawl.kernel.contract.MarketModel;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.SimulationListener;
import pawl.kernel.contract.SimulationReport;
import pawl.kernel.contract.SimulationRequest;
import pawl.kernel.engine.EngineAssembly;
import pawl.kernel.plugin.PluginSet;

/** Seed after seed. */
public final class SimulatedRuns {
    private final SimulationRequest request;
    private final SimulatedEngine engine;
    private final MarketHours hours;
    private final MarketModel market;

    public SimulatedRuns(
            SimulationRequest request, Configuration configuration, PluginSet plugins, MarketModel market) {
        this.request = request;
        this.market = market;
        hours = MarketHours.of(configuration);
        engine = new SimulatedEngine(
                Optional.of(configuration),
                () -> new EngineAssembly(configuration, plugins, true).plan(),
                SimulatedEngine.Recoveries.ENGINE);
    }

    /** @throws PawlException when nothing can be simulated under this configuration; what a seed finds is in the report */
    public SimulationReport run(SimulationListener listener) throws PawlException {
        long startedNs = System.nanoTime();
        List<SimulationReport.Failure> failures = new ArrayList<>();
        long ticks = 0;
        long steps = 0;
        long processes = 0;
        for (long seed = request.firstSeed(); seed < request.firstSeed() + request.seeds(); seed++) {
            SimulatedSeed simulated = new SimulatedSeed(engine, market, hours, seed, request.seconds());
            try {
                SimulatedSeed.Outcome outcome = simulated.run();
                ticks += outcome.ticks();
                steps += outcome.steps();
                processes += outcome.processes();
            } catch (SimulationFailure e) {
                SimulationReport.Failure failure = new SimulationReport.Failure(seed, e.tick(), e.getMessage());
                failures.add(failure);
                listener.failed(failure);
                keep(simulated, seed);
            }
            listener.ended(seed);
        }
        long seconds = (long) (request.seeds() - failures.size()) * request.seconds();
        return new SimulationReport(
                request.seeds(), failures, seconds, ticks, steps, processes, System.nanoTime() - startedNs);
    }

    private void keep(SimulatedSeed simulated, long seed) throws PawlException {
        if (request.kept().isPresent()) {
            Path folder = request.kept().get().resolve("seed-" + seed);
            KeptFolders.write(simulated.sparedDisk(), folder.resolve("without-faults"));
            KeptFolders.write(simulated.disk(), folder.resolve("with-faults"));
        }
    }
}
