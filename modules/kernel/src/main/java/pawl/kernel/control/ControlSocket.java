package pawl.kernel.control;

import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;

/** Where a running engine listens to its owner. */
final class ControlSocket {
    static final String RELOAD = "reload";
    static final int MOST_REQUEST_BYTES = 256;

    private static final String NAME = "control";

    private ControlSocket() {}

    static Path of(Path data) {
        return data.resolve(NAME);
    }

    static UnixDomainSocketAddress address(Path data) {
        return UnixDomainSocketAddress.of(of(data));
    }
}
