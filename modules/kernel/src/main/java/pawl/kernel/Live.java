package pawl.kernel;

import pawl.api.storage.StorageException;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.ConfigurationReader;
import pawl.kernel.contract.LiveListener;
import pawl.kernel.contract.LiveReport;
import pawl.kernel.contract.LiveRequest;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.StopSignal;
import pawl.kernel.live.LiveRun;

/** Venues in, logs and snapshots out, tick by tick as time goes by; and a capture from which a replay leaves the same files (D1). */
public final class Live {
    private Live() {}

    /**
     * Listens until the signal is given or the request's duration is over; then the tick that is open is closed, and snapshots are taken.
     *
     * @throws PawlException when nothing can be listened to, what is heard cannot be kept, or an invariant broke. Ticks that were
     *     committed before stay committed
     */
    public static LiveReport run(LiveRequest request, LiveListener listener, StopSignal stop) throws PawlException {
        try {
            Configuration configuration = ConfigurationReader.read(request.configuration());
            return new LiveRun(request, configuration, Plugins.load(request.plugins()), listener).run(stop);
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.USAGE, e);
        } catch (StorageException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }
}
