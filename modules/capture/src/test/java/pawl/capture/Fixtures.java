package pawl.capture;

import java.nio.file.Path;

/** The captures in src/test/resources/fixtures (see PROVENANCE.md there). */
final class Fixtures {
    static final Path STAMPED_LINES = of("stamped_lines_btcusdt_20240718.txt");
    /** As the first version wrote them; to stay readable for good. */
    static final Path GOLDEN = of("golden-1.0.0.capture");

    /** The same frames, and what they were recorded under. */
    static final Path GOLDEN_1_1 = of("golden-1.1.0.capture");

    private Fixtures() {}

    static Path of(String name) {
        return Path.of("src", "test", "resources", "fixtures", name);
    }
}
