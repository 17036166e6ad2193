package pawl.cli;

import java.util.List;
import java.util.OptionalDouble;
import pawl.kernel.contract.Timeline;
import pawl.kernel.contract.Timeline.Band;
import pawl.kernel.contract.Timeline.Step;

/** A timeline as one JSON object, for scripts and for the page (docs/timeline.md). What is new goes to the end. */
final class TimelineJson {
    private static final long TICK_MS = 250;

    private final JsonWriter json;

    private TimelineJson(JsonWriter json) {
        this.json = json;
    }

    static void write(Timeline timeline, JsonWriter json) {
        new TimelineJson(json).write(timeline);
    }

    private void write(Timeline timeline) {
        json.beginObject();
        json.property("synthetic", timeline.isSynthetic());
        json.property("configuration", timeline.configurationSha256());
        json.property("firstTick", timeline.firstTick());
        json.property("lastTick", timeline.lastTick());
        json.property("stepSeconds", (long) timeline.stepSeconds());
        json.beginArray("tokens");
        timeline.tokens().forEach(this::token);
        json.endArray();
        json.beginArray("clusters");
        timeline.clusters().forEach(this::cluster);
        json.endArray();
        json.beginArray("events");
        timeline.events().forEach(this::event);
        json.endArray();
        json.endObject();
    }

    private void token(Timeline.TokenLine token) {
        json.beginObject();
        json.property("token", token.token());
        json.beginArray("candles");
        token.candles()
                .forEach(candle -> json.numbers(
                        time(candle.openTimeMs()),
                        number(candle.open()),
                        number(candle.high()),
                        number(candle.low()),
                        number(candle.close()),
                        number(candle.volume())));
        json.endArray();
        json.beginArray("heat");
        token.heat()
                .forEach(point -> json.numbers(
                        time(point.timeMs()), number(point.heat()), point.threshold(), number(point.release())));
        json.endArray();
        bands("states", "state", token.states());
        steps(token.transitions());
        json.endObject();
    }

    private void cluster(Timeline.ClusterLine cluster) {
        json.beginObject();
        json.property("cluster", cluster.cluster());
        json.texts("members", cluster.members());
        bands("states", "state", cluster.states());
        json.beginArray("shares");
        cluster.shares()
                .forEach(point -> json.numbers(
                        time(point.timeMs()), number(point.fragile()), number(point.ready()), number(point.unwind())));
        json.endArray();
        steps(cluster.transitions());
        json.endObject();
    }

    private void event(Timeline.EventLine event) {
        json.beginObject();
        json.property("event", event.event());
        json.texts("members", event.members());
        bands("phases", "phase", event.phases());
        steps(event.transitions());
        json.endObject();
    }

    private void bands(String list, String stateName, List<Band> bands) {
        json.beginArray(list);
        for (Band band : bands) {
            json.beginObject();
            json.property(stateName, band.state());
            json.property("fromMs", band.fromMs());
            json.property("toMs", band.toMs());
            json.property("dissipating", band.isDissipating());
            json.endObject();
        }
        json.endArray();
    }

    private void steps(List<Step> steps) {
        json.beginArray("transitions");
        for (Step step : steps) {
            json.beginObject();
            json.property("timeMs", step.tick() * TICK_MS);
            json.property("tick", step.tick());
            json.property("from", step.from());
            json.property("to", step.to());
            json.property("reason", step.reason());
            json.property("measure", step.measure());
            json.property("measured", step.measured());
            json.property("threshold", step.threshold());
            json.property("base", step.base());
            json.property("tierFactor", step.tierFactor());
            json.property("phaseFactor", step.phaseFactor());
            json.property("baselineFactor", step.baselineFactor());
            json.property("sizeFactor", step.sizeFactor());
            json.property("price", step.price());
            json.endObject();
        }
        json.endArray();
    }

    private static OptionalDouble time(long timeMs) {
        return OptionalDouble.of((double) timeMs);
    }

    private static OptionalDouble number(double number) {
        return OptionalDouble.of(number);
    }
}
