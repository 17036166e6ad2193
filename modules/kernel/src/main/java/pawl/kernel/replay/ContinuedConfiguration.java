package pawl.kernel.replay;

import java.util.Optional;
import java.util.OptionalLong;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.EnginePlan;
import pawl.storage.ConfigurationFiles;
import pawl.storage.SnapshotStore;
import pawl.storage.StorageFormatException;

/** Under which configuration a data folder was left, where a run is to go on in it with another calendar of events (E7). */
public final class ContinuedConfiguration {
    private ContinuedConfiguration() {}

    /**
     * @return the hash of that configuration; empty where it is the present one, or where nothing was left to go on from
     * @throws PawlException when the two differ in more than their calendars
     */
    public static Optional<String> of(LogStore store, EnginePlan plan, Configuration configuration)
            throws PawlException, StorageException {
        SnapshotStore snapshots = new SnapshotStore(store, plan.identity());
        String token = plan.tokens().getFirst().name();
        OptionalLong newest = snapshots.newestTick(token);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        try {
            String left =
                    snapshots.inspect(token, newest.getAsLong(), new long[0]).configurationSha256();
            if (left.equals(configuration.sha256())) {
                return Optional.empty();
            }
            requireSameButCalendar(store, left, configuration);
            return Optional.of(left);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, "the data folder cannot be continued: " + e.getMessage(), e);
        }
    }

    private static void requireSameButCalendar(LogStore store, String left, Configuration configuration)
            throws PawlException, StorageException, StorageFormatException {
        Configuration before;
        try {
            before = ConfigurationReader.read("configuration/" + left + ".json", ConfigurationFiles.read(store, left));
        } catch (ConfigurationException e) {
            throw new PawlException(
                    Kind.BAD_DATA, "the configuration that the data folder was left under cannot be read: " + e, e);
        }
        if (!configuration.differsOnlyInCalendar(before)) {
            throw new PawlException(
                    Kind.USAGE,
                    "the data folder was left under configuration " + left + ", and "
                            + configuration.origin().file()
                            + " differs in more than the calendar of events; go on with the one it was left under,"
                            + " or begin in an empty folder");
        }
    }
}
