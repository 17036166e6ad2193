package pawl.kernel;

import java.nio.file.Path;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.ReloadReport;
import pawl.kernel.control.ControlClient;

/** Asks a running engine for something. */
public final class Control {
    private Control() {}

    /**
     * Has the engine that runs on a data folder look at its plugins folder again, and waits until what changed is in force.
     *
     * @throws PawlException when no engine runs there, or nothing could be changed
     */
    public static ReloadReport reload(Path data) throws PawlException {
        return ControlClient.reload(data);
    }
}
