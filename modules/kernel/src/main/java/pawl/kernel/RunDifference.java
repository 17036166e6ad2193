package pawl.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import pawl.api.storage.LogStore;
import pawl.api.storage.StorageException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.RunDifferences;
import pawl.kernel.diff.RunComparison;
import pawl.kernel.inspect.DataReading;
import pawl.storage.StorageFormatException;

/** Where two runs part: an engine may be writing them meanwhile. */
public final class RunDifference {
    private RunDifference() {}

    /**
     * Compares two data folders; nothing in them is changed.
     *
     * @throws PawlException with {@link Kind#BAD_DATA} at bytes on its way that are not what was written
     */
    public static RunDifferences of(Path left, Path right, Path plugins) throws PawlException {
        for (Path folder : new Path[] {left, right}) {
            if (!Files.isDirectory(folder)) {
                throw new PawlException(Kind.USAGE, folder + ": there is no such data folder");
            }
        }
        try (LogStore leftStore = DataReading.open(left, plugins);
                LogStore rightStore = DataReading.open(right, plugins)) {
            return RunComparison.of(leftStore, rightStore);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (StorageFormatException e) {
            throw new PawlException(Kind.BAD_DATA, e.getMessage() + "; pawl verify looks at all of it", e);
        }
    }
}
