package pawl.kernel;

import java.nio.file.Path;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RecoveryReport;
import pawl.kernel.inspect.DataReading;
import pawl.kernel.recovery.CutOffRun;

/** Makes a data folder whose engine was cut off, or whose logs were damaged, what a clean stop leaves (D9). */
public final class Repair {
    private Repair() {}

    /** What there is to do, and nothing is done; an engine may not be at work there. */
    public static RecoveryReport plan(Path data, Path plugins) throws PawlException {
        try (LogStore store = DataReading.open(data, plugins)) {
            return CutOffRun.of(store, Plugins.load(plugins), true).run(false);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    /** Does it: what is moved is copied and listed in the folder {@code aside} first, and nothing is deleted. */
    public static RecoveryReport run(Path data, Path plugins) throws PawlException {
        try (LogStore store = DataReading.openToAdd(data, plugins)) {
            return CutOffRun.of(store, Plugins.load(plugins), true).run(true);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }
}
