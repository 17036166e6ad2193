package pawl.kernel.engine;

import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.kernel.contract.PawlException;

/** Where the engine finds builds of exchange plugins other than those that it began with, when its inputs change to one. */
@FunctionalInterface
public interface AdapterSource {
    /** Has none: for runs whose adapters stay. */
    AdapterSource NONE = (venueIndex, sha256) -> Optional.empty();

    /**
     * An adapter for a venue's instruments, made by that very build of a plugin; empty where it is not here. Called on the engine's
     * thread, between two frames.
     *
     * @param sha256 of the plugin's files, as the headers of logs name it
     * @throws PawlException when the plugin is here and fails to make one
     */
    Optional<ExchangeAdapter> adapterOf(int venueIndex, String sha256) throws PawlException;
}
