package pawl.distribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * A scenario with two tokens, written and replayed once for all tests.
 *
 * @param capture the scenario's frames
 * @param data what the replay left
 * @param json what it said
 */
record ScenarioRun(Path capture, Path data, JsonNode json) {
    private static final Map<String, ScenarioRun> RUNS = new ConcurrentHashMap<>();

    static ScenarioRun of(String name) {
        return RUNS.computeIfAbsent(name, ScenarioRun::run);
    }

    private static ScenarioRun run(String name) {
        Path folder = Distribution.scratch("scenario-" + name);
        Path capture = folder.resolve(name + ".pawlcap");
        Pawl.succeed("scenario", name, "--seed", 7, "--out", capture);
        Path data = folder.resolve("data");
        JsonNode json = Pawl.succeed(
                        "replay", capture, "--config", configuration("two-tokens"), "--data", data, "--json")
                .json();
        return new ScenarioRun(capture, data, json);
    }

    /** What it was replayed under. */
    Path usedConfiguration() {
        return configuration("two-tokens");
    }

    static Path configuration(String name) {
        return Distribution.home().resolve("config").resolve(name);
    }

    /** The steps of its machines in a token's log, in order: {@code FROM>TO REASON}. */
    List<String> steps(String token, String type) {
        return stepsOf(data, token, type);
    }

    static List<String> stepsOf(Path data, String token, String type) {
        List<String> steps = new ArrayList<>();
        for (JsonNode record : Pawl.succeed("log", "cat", data, "--token", token, "--type", type, "--json")
                .jsonLines()) {
            steps.add(record.get("from").asString() + ">" + record.get("to").asString() + " "
                    + record.get("reason").asString());
        }
        return steps;
    }
}
