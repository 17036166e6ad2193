package pawl.kernel.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.config.Configuration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.engine.EnginePlan;
import pawl.kernel.engine.Reexecution;
import pawl.kernel.recovery.Recovery;
import pawl.kernel.replay.DataFolder;

/** The engine under test: its plan, made anew for every process that is simulated, and the configuration that is kept beside its logs. */
record SimulatedEngine(Optional<Configuration> configuration, Plans plans, Recoveries recoveries) {
    /** Makes plans. */
    @FunctionalInterface
    interface Plans {
        EnginePlan make() throws PawlException;
    }

    /** Makes what a process left as after a clean stop. */
    @FunctionalInterface
    interface Recoveries {
        /** The engine's own. */
        Recoveries ENGINE = (store, plans, tokens, cutsDamage) ->
                new Recovery(store, plans, _ -> tokens, cutsDamage).run(true).committedTick();

        /** The last tick that was committed, if one was. */
        OptionalLong recover(LogStore store, Reexecution.Plans plans, List<String> tokens, boolean cutsDamage)
                throws PawlException;
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

    /** @param cutsDamage whether what no crash leaves is set aside, too, as {@code pawl repair} does */
    OptionalLong recover(LogStore store, boolean cutsDamage) throws PawlException {
        List<String> tokens = plan().tokens().stream().map(Token::name).toList();
        return recoveries.recover(store, (_, _) -> plan(), tokens, cutsDamage);
    }

    void keepConfiguration(LogStore store) throws StorageException {
        if (configuration.isPresent()) {
            DataFolder.keepConfiguration(store, configuration.get());
        }
    }
}
