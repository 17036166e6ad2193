package pawl.distribution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What a token's log says of a venue's aggregates, which are numbered without holes.
 *
 * @param logged ids of the aggregates in the log
 * @param inGaps ids that gaps name
 */
record AggregateIds(TreeSet<Long> logged, TreeSet<Long> inGaps) {

    static AggregateIds of(Path data, String token) {
        TreeSet<Long> logged = new TreeSet<>();
        TreeSet<Long> inGaps = new TreeSet<>();
        for (JsonNode trade : records(data, token, "TRADE")) {
            logged.add(trade.get("aggregateId").asLong());
        }
        for (JsonNode gap : records(data, token, "GAP")) {
            for (long id = gap.get("firstMissingId").asLong();
                    id <= gap.get("lastMissingId").asLong();
                    id++) {
                inGaps.add(id);
            }
        }
        return new AggregateIds(logged, inGaps);
    }

    private static List<JsonNode> records(Path data, String token, String type) {
        return Pawl.succeed("log", "cat", data, "--token", token, "--type", type, "--json")
                .jsonLines();
    }

    /** Ids between the first and the last logged of which the log says nothing. */
    List<Long> missing() {
        List<Long> missing = new ArrayList<>();
        for (long id = logged.first(); id <= logged.last(); id++) {
            if (!logged.contains(id) && !inGaps.contains(id)) {
                missing.add(id);
            }
        }
        return missing;
    }
}
