package pawl.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Recordings too large for the checkout, where they lie beside it. */
final class SharedData {
    private SharedData() {}

    static Path recording(String name) {
        Path file = Path.of(System.getProperty("pawl.shared.data"), "binance-usdm/recordings", name)
                .normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there");
        return file;
    }
}
