package pawl.kernel.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pawl.kernel.contract.Durability;
import pawl.kernel.contract.ReplayRequest;

/** Requests for tests that have plans or plugins at hand, so that no folder of them is read. */
public final class Requests {
    private static final Path UNUSED = Path.of("unused");

    private Requests() {}

    public static ReplayRequest ofCapture(Path capture, boolean resumes, OptionalLong untilTick) {
        return new ReplayRequest(
                List.of(capture),
                Optional.empty(),
                UNUSED,
                false,
                UNUSED,
                false,
                false,
                resumes,
                untilTick,
                Optional.empty(),
                false,
                Durability.SYSTEM);
    }

    static ReplayRequest autoConfiguring(Path capture, boolean autoConfigures, Optional<String> venue) {
        return new ReplayRequest(
                List.of(capture),
                Optional.empty(),
                UNUSED,
                false,
                UNUSED,
                autoConfigures,
                false,
                false,
                OptionalLong.empty(),
                venue,
                false,
                Durability.SYSTEM);
    }
}
