package pawl.kernel.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.plugin.StateBlock;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.api.token.Token;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.storage.LogCatalog;
import pawl.storage.LogIdentity;
import pawl.storage.LogReader;
import pawl.storage.PluginStamp;
import pawl.storage.SnapshotStore;
import pawl.storage.StorageFormatException;
import pawl.storage.StoreName;

/**
 * A plan to go on with where a venue's adapter was changed during the run that stopped. Headers keep naming the plugins that the run began
 * with, and so does the one that goes on, which by now has another build of them: the one that its snapshots say was in force.
 */
public final class ResumedPlan {
    private ResumedPlan() {}

    /**
     * The plan with the plugins that the store's headers name, where each exchange plugin that differs is the build that was in force when
     * the run stopped, or where that had none. The plan as it is otherwise: the store then says what differs.
     *
     * @throws PawlException when the newest log or snapshot cannot be read
     */
    public static EnginePlan of(LogStore store, EnginePlan plan) throws PawlException, StorageException {
        try {
            LogCatalog catalog = LogCatalog.of(store);
            OptionalLong committed = catalog.lastCommittedTick(store);
            if (committed.isEmpty()) {
                return plan;
            }
            LogIdentity left = identity(store, catalog.tickLogs().getLast());
            boolean isSwap = !left.plugins().equals(plan.identity().plugins())
                    && ids(left).equals(ids(plan.identity()))
                    && isInForce(store, plan, left, committed.getAsLong());
            return isSwap
                    ? plan.withIdentity(new LogIdentity(
                            plan.identity().configurationSha256(),
                            left.plugins(),
                            plan.identity().isSynthetic()))
                    : plan;
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, "the data folder cannot be continued: " + e.getMessage(), e);
        }
    }

    private static LogIdentity identity(LogStore store, StoreName.TickLog day)
            throws StorageException, StorageFormatException {
        try (LogReader reader = LogReader.open(store, day.text())) {
            return reader.header().identity();
        }
    }

    /** Of all plugins, with the builds of those that only a restart can change. */
    private static List<String> ids(LogIdentity identity) {
        return identity.plugins().stream()
                .map(stamp -> stamp.kind() == PluginStamp.Kind.EXCHANGE ? stamp.id() : stamp.toString())
                .toList();
    }

    private static boolean isInForce(LogStore store, EnginePlan plan, LogIdentity left, long tick)
            throws StorageException, StorageFormatException {
        Token token = plan.tokens().getFirst();
        SnapshotStore snapshots = new SnapshotStore(store, left);
        if (snapshots.newestTick(token.name()).orElse(-1) != tick) {
            return false;
        }
        Optional<StateBlock> adapters = snapshots
                .readUnder(snapshots.inspect(token.name(), tick, new long[0]).configurationSha256(), token, tick)
                .region(BlockLayout.ADAPTERS);
        int venueCount = plan.venues().size();
        if (adapters.isEmpty() || adapters.get().length() != venueCount * VenueAdapter.WORDS) {
            return false;
        }
        for (int index = 0; index < venueCount; index++) {
            EnginePlan.Venue venue = plan.venues().get(index);
            VenueAdapter inForce =
                    new VenueAdapter(venue.adapter(), left.sha256Of(PluginStamp.Kind.EXCHANGE, venue.pluginId()));
            inForce.readFrom(adapters.get(), index * VenueAdapter.WORDS);
            if (inForce.sha256().isPresent() && !inForce.sha256().equals(venue.pluginSha256())) {
                return false;
            }
        }
        return true;
    }
}
