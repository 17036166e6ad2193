package pawl.venue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where REST requests come in: the budget of their address, then the faults, and then the answer. */
final class RestEntrance {
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String HTML = """
            <html>
            <head><title>Service Unavailable</title></head>
            <body><h1>The request could not be satisfied</h1></body>
            </html>
            """;
    private static final int TOO_MANY = 429;
    private static final int BANNED = 418;
    private static final int NO_ANSWER = 0;
    /** The stamps in answers; the time of a coming funding is none. */
    private static final List<String> STAMPS = List.of("serverTime", "time", "T");

    private final RestDesk desk;
    private final RestQuota quota;
    private final FaultWindows windows;
    private final Tally tally;

    RestEntrance(RestDesk desk, VenueLimits limits, FaultWindows windows, Tally tally) {
        this.desk = desk;
        this.windows = windows;
        this.tally = tally;
        quota = new RestQuota(limits.weightPerMinute());
    }

    void enter(HttpServerRequest http) {
        RestRequest request = new RestRequest(Objects.requireNonNullElse(http.path(), ""), http.params());
        String host = http.remoteAddress().host();
        RestQuota.Verdict verdict = quota.take(host, request.weight());
        HttpServerResponse response =
                http.response().putHeader("X-MBX-USED-WEIGHT-1M", Long.toString(quota.used(host)));
        switch (verdict) {
            case ALLOWED -> allowed(request, response);
            case TOO_MANY -> {
                tally.limitBroken("weight-per-minute");
                refuse(request, response, TOO_MANY, quota.secondsLeft(host));
            }
            case BANNED -> {
                tally.limitBroken("ban");
                refuse(request, response, BANNED, quota.secondsLeft(host));
            }
        }
    }

    private void allowed(RestRequest request, HttpServerResponse response) {
        if (take(FaultKind.REST_TIMEOUT, request).isPresent()) {
            count(request, NO_ANSWER);
            return;
        }
        Optional<FaultWindow> tooMany = take(FaultKind.REST_429, request);
        Optional<FaultWindow> ban = tooMany.isPresent() ? Optional.empty() : take(FaultKind.REST_418, request);
        if (tooMany.isPresent() || ban.isPresent()) {
            refuse(
                    request,
                    response,
                    tooMany.isPresent() ? TOO_MANY : BANNED,
                    tooMany.or(() -> ban).orElseThrow().parameters().retryAfterSeconds());
            return;
        }
        Optional<FaultWindow> html = take(FaultKind.REST_HTML, request);
        if (html.isPresent()) {
            int status = html.get().parameters().status();
            count(request, status);
            response.setStatusCode(status)
                    .putHeader("Content-Type", "text/html")
                    .end(HTML);
            return;
        }
        RestAnswer answer = desk.answer(request);
        byte[] body = spoilt(answer.json().getBytes(StandardCharsets.UTF_8), request);
        count(request, answer.status());
        response.setStatusCode(answer.status()).putHeader("Content-Type", JSON).end(Buffer.buffer(body));
    }

    private void refuse(RestRequest request, HttpServerResponse response, int status, long retryAfterSeconds) {
        count(request, status);
        String message = status == BANNED
                ? "Way too many requests; IP banned until " + (System.currentTimeMillis() + retryAfterSeconds * 1_000)
                        + ". Please use the websocket for live updates to avoid bans."
                : "Too many requests; current limit of the address is reached. Please use the websocket for live"
                        + " updates to avoid polling the API.";
        response.setStatusCode(status)
                .putHeader("Retry-After", Long.toString(retryAfterSeconds))
                .putHeader("Content-Type", JSON)
                .end(RestAnswer.error(status, -1003, message).json());
    }

    private byte[] spoilt(byte[] body, RestRequest request) {
        byte[] said = body;
        Optional<FaultWindow> skew = find(FaultKind.CLOCK_SKEW, request);
        if (skew.isPresent()) {
            for (String stamp : STAMPS) {
                said = FieldEdit.add(said, 0, stamp, skew.get().parameters().skewMs())
                        .orElse(said);
            }
            windows.use(skew.get());
        }
        said = edited(said, request, FaultKind.RENAMED_FIELD);
        return edited(said, request, FaultKind.NULL_FIELD);
    }

    private byte[] edited(byte[] body, RestRequest request, FaultKind kind) {
        Optional<FaultWindow> window = find(kind, request);
        if (window.isEmpty()) {
            return body;
        }
        FaultParameters parameters = window.get().parameters();
        Optional<byte[]> said = kind == FaultKind.NULL_FIELD
                ? FieldEdit.nullify(body, 0, parameters.field())
                : FieldEdit.rename(body, 0, parameters.field(), parameters.newField());
        said.ifPresent(edited -> windows.use(window.get()));
        return said.orElse(body);
    }

    private Optional<FaultWindow> find(FaultKind kind, RestRequest request) {
        return windows.find(kind, selector -> selector.matches(request.path(), request.symbol()));
    }

    private Optional<FaultWindow> take(FaultKind kind, RestRequest request) {
        return windows.take(kind, selector -> selector.matches(request.path(), request.symbol()));
    }

    /** Paths that are nothing here count together, so that a client cannot fill the report. */
    private void count(RestRequest request, int status) {
        tally.rest(desk.isKnown(request.path()) ? request.path() : "unknown", status);
    }
}
