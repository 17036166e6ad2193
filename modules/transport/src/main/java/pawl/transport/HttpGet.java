package pawl.transport;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One GET. Its body is handed over when it is data: with status 200, not empty and not a page for people. */
final class HttpGet {
    /** Told once how it ended. */
    interface Listener {
        /**
         * Called after the body was handed over.
         *
         * @param status 0 where there is none
         * @param failure empty when the body was handed over
         */
        void ended(int status, String failure);
    }

    private static final int OK = 200;

    private final PollPlan plan;
    private final VenueLink venue;
    private final Wiring wiring;
    private final Listener listener;
    private final BodyFrame body;
    private boolean ended;

    private HttpGet(PollPlan plan, VenueLink venue, Wiring wiring, Listener listener) {
        this.plan = plan;
        this.venue = venue;
        this.wiring = wiring;
        this.listener = listener;
        this.body = new BodyFrame(wiring.settings().maxFrameBytes(), plan.before());
    }

    /** Sends now; the caller has asked the budget. */
    static void send(PollPlan plan, VenueLink venue, Wiring wiring, Listener listener) {
        new HttpGet(plan, venue, wiring, listener).send();
    }

    private void send() {
        long timeoutMs = wiring.settings().requestTimeout().toMillis();
        long timer = wiring.vertx().setTimer(timeoutMs, fired -> {
            body.refuse();
            end(0, "no whole answer within " + timeoutMs + " ms");
        });
        wiring.webClient()
                .get(Addresses.port(plan.uri()), plan.uri().getHost(), Addresses.pathAndQuery(plan.uri()))
                .ssl(Addresses.isSecure(plan.uri()))
                .followRedirects(false) // It would be a request that no budget has counted.
                .timeout(timeoutMs)
                .as(BodyCodec.pipe(body, false))
                .send()
                .onComplete(
                        response -> {
                            wiring.vertx().cancelTimer(timer);
                            answered(response);
                        },
                        failure -> {
                            wiring.vertx().cancelTimer(timer);
                            end(0, FailureText.of(failure));
                        });
    }

    private void answered(HttpResponse<Void> response) {
        long arrivalNs = wiring.outlet().wallNs();
        venue.answered(response.statusCode(), response.headers());
        if (ended) {
            return;
        }
        String failure = failure(response);
        if (failure.isEmpty()) {
            body.write(Buffer.buffer(plan.after().getBytes(StandardCharsets.UTF_8)));
            wiring.outlet().frame(plan.feed(), arrivalNs, body.bytes(), body.length());
            wiring.room().look();
        }
        end(response.statusCode(), failure);
    }

    private String failure(HttpResponse<Void> response) {
        String type = response.headers().get("Content-Type");
        if (response.statusCode() != OK) {
            return "HTTP status " + response.statusCode();
        }
        if (body.isEmpty()) {
            return "HTTP status 200 with an empty body";
        }
        boolean page = type != null && type.toLowerCase(Locale.ROOT).contains("html");
        return page || body.looksLikePage() ? "HTTP status 200 with a web page in place of data" : "";
    }

    private void end(int status, String failure) {
        if (!ended) {
            ended = true;
            listener.ended(status, failure);
        }
    }
}
