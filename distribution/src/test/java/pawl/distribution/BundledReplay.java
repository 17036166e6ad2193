package pawl.distribution;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The bundled recording, replayed once with all defaults: what other runs are compared with. */
record BundledReplay(Path data, Pawl.Outcome outcome) {
    private static final BundledReplay ONCE = replay();

    static BundledReplay once() {
        return ONCE;
    }

    JsonNode json() {
        return outcome.json();
    }

    String digest() {
        return outcome.digest();
    }

    long firstTick() {
        return json().get("firstTick").asLong();
    }

    long lastTick() {
        return json().get("lastTick").asLong();
    }

    private static BundledReplay replay() {
        Path data = Distribution.scratch("bundled").resolve("data");
        return new BundledReplay(data, Pawl.succeed("replay", "--data", data, "--json"));
    }
}
