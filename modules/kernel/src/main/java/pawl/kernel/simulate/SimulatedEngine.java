package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.replay.DataFolder;

/** The engine under test: its plan, made anew for every process that is simulated, and the configuration that is kept beside its logs. */
record SimulatedEngine(Optional<Configuration> configuration, Plans plans) {
    /** Makes plans. */
    @FunctionalInterface
    interface Plans {
        EnginePlan make() throws PawlException;
    }

    /** A new process's plan; its adapters fail where a frame is marked for it. */
    EnginePlan plan() throws PawlException {
        EnginePlan plan = plans.make();
        List<EnginePlan.Venue> venues = new ArrayList<>();
        for (EnginePlan.Venue venue : plan.venues()) {
            venues.add(new EnginePlan.Venue(
                    venue.name(),
                    venue.pluginId(),
                    venue.pluginSha256(),
                    new FailingAdapter(venue.adapter()),
                    venue.instruments()));
        }
        return plan.withVenues(venues);
    }

    void keepConfiguration(LogStore store) throws StorageException {
        if (configuration.isPresent()) {
            DataFolder.keepConfiguration(store, configuration.get());
        }
    }
}
