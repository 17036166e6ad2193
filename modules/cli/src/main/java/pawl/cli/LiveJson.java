package pawl.cli;

import pawl.kernel.contract.LiveReport;

/** A live run's outcome as one JSON object. Scripts depend on its names and their order; what is new goes to the end. */
final class LiveJson {
    private LiveJson() {}

    static void write(LiveReport report, Streams streams) {
        try (JsonWriter json = streams.json()) {
            json.beginObject();
            json.property("frames", report.frames());
            json.property("refused", report.refused());
            json.counts("unconfigured", report.unconfigured());
            json.counts("events", report.events());
            json.property("duplicates", report.duplicates());
            json.property("late", report.late());
            json.property("gaps", report.gaps());
            json.property("backfilled", report.backfilled());
            json.property("outages", report.outages());
            json.property("ticks", report.ticks());
            json.property("firstTick", report.firstTick());
            json.property("lastTick", report.lastTick());
            json.beginObject("transitions");
            json.property("token", report.tokenTransitions());
            json.property("cluster", report.clusterTransitions());
            json.property("event", report.phaseTransitions());
            json.endObject();
            json.property("backPressureMs", report.backPressureMs());
            json.property("mostQueuedBytes", report.mostQueuedBytes());
            json.beginObject("latenessMs");
            json.property("median", report.lateness().medianMs(), 1);
            json.property("p99", report.lateness().p99Ms(), 1);
            json.property("most", report.lateness().mostMs(), 1);
            json.endObject();
            json.beginObject("tokens");
            report.tokens().forEach(json::property);
            json.endObject();
            json.beginObject("clusters");
            report.clusters().forEach(json::property);
            json.endObject();
            json.beginObject("phases");
            report.phases().forEach(json::property);
            json.endObject();
            streams(report, json);
            json.property("synthetic", report.isSynthetic());
            json.property("seconds", report.seconds(), 3);
            AdapterText.members(report.adapters(), json);
            forcing(report.forcing(), json);
            json.endObject();
        }
    }

    private static void forcing(LiveReport.Forcing forcing, JsonWriter json) {
        json.beginObject("forcing");
        json.property("durability", DurabilityOption.name(forcing.durability()));
        json.property("rounds", forcing.rounds());
        json.property("mostMs", forcing.mostMs(), 1);
        json.property("mostTicks", forcing.mostTicks());
        json.endObject();
    }

    private static void streams(LiveReport report, JsonWriter json) {
        json.beginArray("streams");
        for (LiveReport.Stream stream : report.streams()) {
            json.beginObject();
            json.property("venue", stream.venue());
            json.property("name", stream.name());
            json.property("state", stream.state());
            json.property("frames", stream.frames());
            json.property("connects", stream.connects());
            json.property("breaks", stream.breaks());
            json.endObject();
        }
        json.endArray();
        json.beginArray("venues");
        for (LiveReport.Request venue : report.requests()) {
            json.beginObject();
            json.property("venue", venue.venue());
            json.property("bans", venue.bans());
            json.property("takeovers", venue.takeovers());
            json.property("stalls", venue.stalls());
            json.endObject();
        }
        json.endArray();
    }
}
