package pawl.cli;

import java.util.List;
import java.util.Map;
import pawl.venue.ConnectionReport;
import pawl.venue.IdRange;
import pawl.venue.VenueReport;

/** What a local venue has done, as lines or as one JSON object. */
final class VenueTexts {
    private VenueTexts() {}

    static void write(VenueReport report, boolean isForScripts, Streams streams) {
        if (isForScripts) {
            writeJson(report, streams);
            return;
        }
        streams.line("sent " + Figures.grouped(report.framesSent()) + " frames over " + report.connects()
                + " connections; unheard " + Figures.grouped(report.framesUnheard()) + ", skipped "
                + Figures.grouped(report.framesSkipped()));
        report.faults()
                .forEach((fault, seen) ->
                        streams.line("fault " + fault + ": begun " + seen.begun() + ", effects " + seen.effects()));
        report.limitsBroken().forEach((limit, count) -> streams.line("limit broken: " + limit + " " + count));
    }

    private static void writeJson(VenueReport report, Streams streams) {
        try (JsonWriter json = streams.json()) {
            json.beginObject();
            json.property("framesSent", report.framesSent());
            json.property("framesUnheard", report.framesUnheard());
            json.property("framesSkipped", report.framesSkipped());
            json.property("connects", report.connects());
            json.property("subscribes", report.subscribes());
            json.property("pings", report.pings());
            json.property("pongs", report.pongs());
            json.beginObject("streams");
            report.streams().forEach((name, stream) -> {
                json.beginObject(name);
                json.property("source", stream.source());
                json.property("sent", stream.sent());
                json.property("duplicates", stream.duplicates());
                json.property("unheard", stream.unheard());
                json.endObject();
            });
            json.endObject();
            unsent(report.unsentTrades(), json);
            connections(report.connections(), json);
            json.beginObject("restAnswers");
            report.restAnswers().forEach((path, answers) -> {
                json.beginObject(path);
                answers.forEach((status, count) -> json.property(Integer.toString(status), count));
                json.endObject();
            });
            json.endObject();
            json.beginObject("faults");
            report.faults().forEach((fault, seen) -> {
                json.beginObject(fault);
                json.property("begun", seen.begun());
                json.property("effects", seen.effects());
                json.endObject();
            });
            json.endObject();
            json.counts("limitsBroken", report.limitsBroken());
            json.endObject();
        }
    }

    private static void unsent(Map<String, List<IdRange>> unsentTrades, JsonWriter json) {
        json.beginObject("unsentTrades");
        unsentTrades.forEach((symbol, ranges) -> json.texts(
                symbol,
                ranges.stream().map(range -> range.first() + "-" + range.last()).toList()));
        json.endObject();
    }

    private static void connections(List<ConnectionReport> connections, JsonWriter json) {
        json.beginArray("connections");
        for (ConnectionReport connection : connections) {
            json.beginObject();
            json.property("id", connection.id());
            json.property("path", connection.path());
            json.counts("frames", connection.framesByStream());
            json.property("duplicates", connection.duplicates());
            json.property("bytes", connection.bytes());
            json.property("end", connection.end());
            json.endObject();
        }
        json.endArray();
    }
}
