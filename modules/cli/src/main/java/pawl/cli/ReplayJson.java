package pawl.cli;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import pawl.kernel.contract.ReplayReport;
import pawl.kernel.contract.ReplayReport.TokenReport;

/** A replay's outcome as one JSON object. Scripts depend on its names and their order; what is new goes to the end. */
final class ReplayJson {
    private static final List<String> EVENT_KINDS =
            List.of("TRADE", "BOOK_TICKER", "MARK_PRICE", "LIQUIDATION", "OPEN_INTEREST", "FUNDING");

    private ReplayJson() {}

    static void write(ReplayReport report, Streams streams) {
        try (JsonWriter json = streams.json()) {
            json.beginObject();
            counts(report, json);
            tokens(report.tokens(), json);
            json.property("digest", report.digest());
            json.property("seconds", report.seconds(), 3);
            json.property("framesPerSecond", report.framesPerSecond(), 0);
            json.property("outages", report.outages());
            json.property("conflated", report.conflated());
            json.counts("unconfigured", report.unconfigured());
            json.counts("problems", report.problems());
            json.texts("autoConfigured", report.autoConfigured());
            json.beginObject("clusters");
            report.clusters().forEach(json::property);
            json.endObject();
            json.beginObject("phases");
            report.phases().forEach(json::property);
            json.endObject();
            json.property("synthetic", report.isSynthetic());
            AdapterText.members(report.adapters(), json);
            json.endObject();
        }
    }

    private static void counts(ReplayReport report, JsonWriter json) {
        json.property("frames", report.frames());
        json.counts("ignored", report.ignored());
        json.property("refused", report.refused());
        events(report.events(), json);
        json.property("offBook", report.offBook());
        json.property("duplicates", report.duplicates());
        json.property("late", report.late());
        json.property("gaps", report.gaps());
        json.property("ticks", report.ticks());
        json.property("firstTick", report.firstTick());
        json.property("lastTick", report.lastTick());
        json.beginObject("transitions");
        json.property("token", report.tokenTransitions());
        json.property("cluster", report.clusterTransitions());
        json.property("event", report.phaseTransitions());
        json.endObject();
    }

    private static void events(Map<String, Long> events, JsonWriter json) {
        json.beginObject("events");
        for (String kind : EVENT_KINDS) {
            json.property(kind, events.getOrDefault(kind, 0L));
        }
        json.endObject();
    }

    private static void tokens(SortedMap<String, TokenReport> tokens, JsonWriter json) {
        json.beginObject("tokens");
        tokens.forEach((name, token) -> {
            json.beginObject(name);
            json.property("records", token.records());
            json.property("state", token.state());
            json.beginObject("sha256");
            token.sha256().forEach(json::property);
            json.endObject();
            json.endObject();
        });
        json.endObject();
    }
}
