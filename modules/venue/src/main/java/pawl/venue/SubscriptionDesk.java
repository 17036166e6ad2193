package pawl.venue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers the requests that clients send over WebSockets. A subscription is acknowledged whether or not anything will ever come of it. */
final class SubscriptionDesk {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final SocketRegistry sockets;
    private final SubscriptionFaults faults;
    private final Tally tally;
    private final VenueLimits limits;
    private final Runnable subscribed;

    /** @param subscribed called at each subscription */
    SubscriptionDesk(
            SocketRegistry sockets, SubscriptionFaults faults, Tally tally, VenueLimits limits, Runnable subscribed) {
        this.sockets = sockets;
        this.faults = faults;
        this.tally = tally;
        this.limits = limits;
        this.subscribed = subscribed;
    }

    /** Subscribes to what a socket's address names. */
    void open(VenueSocket socket, List<String> streams) {
        if (streams.size() > limits.streamsPerConnection()) {
            tally.limitBroken("streams-per-connection");
            socket.close(1_008, "too many streams");
        } else if (!streams.isEmpty()) {
            subscribe(socket, streams);
        }
    }

    void answer(VenueSocket socket, byte[] text) {
        JsonNode request;
        try {
            request = MAPPER.readTree(text);
        } catch (JacksonException e) {
            error(socket, 3, "Invalid JSON: expected value");
            return;
        }
        JsonNode id = request.path("id");
        if (!request.path("method").isString()) {
            error(socket, 2, "Invalid request: missing field `method`");
        } else if (!id.isIntegralNumber() || id.longValue() < 0) {
            error(socket, 2, "Invalid request: request ID must be an unsigned integer");
        } else {
            answer(socket, request.path("method").stringValue(), request.path("params"), id.longValue());
        }
    }

    private void answer(VenueSocket socket, String method, JsonNode params, long id) {
        switch (method) {
            case "SUBSCRIBE" -> subscribe(socket, params, id);
            case "UNSUBSCRIBE" -> unsubscribe(socket, params, id);
            case "LIST_SUBSCRIPTIONS" -> result(socket, list(socket), id);
            case "SET_PROPERTY" -> setProperty(socket, params, id);
            case "GET_PROPERTY" -> result(socket, Boolean.toString(socket.isCombined()), id);
            default ->
                error(
                        socket,
                        2,
                        "Invalid request: unknown variant `" + method.replaceAll("[^A-Za-z_]", "?")
                                + "`, expected one of SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS, SET_PROPERTY,"
                                + " GET_PROPERTY");
        }
    }

    private void subscribe(VenueSocket socket, JsonNode params, long id) {
        List<String> streams = streams(params);
        if (streams.isEmpty()) {
            error(socket, 2, "Invalid request: params must be an array of stream names");
            return;
        }
        long fresh = streams.stream().filter(stream -> !socket.has(stream)).count();
        if (socket.subscriptions().size() + fresh > limits.streamsPerConnection()) {
            tally.limitBroken("streams-per-connection");
            error(socket, 2, "Invalid request: too many streams, at most " + limits.streamsPerConnection());
            return;
        }
        subscribe(socket, streams);
        result(socket, "null", id);
    }

    private void subscribe(VenueSocket socket, List<String> streams) {
        boolean isAnyStream = false;
        for (String name : streams) {
            if (socket.has(name)) {
                continue;
            }
            StreamName stream = StreamName.of(name);
            boolean isMute = faults.silences(socket, stream);
            Subscription subscription = new Subscription(socket, stream, isMute);
            socket.put(subscription);
            if (socket.route().carries(stream.route())) {
                sockets.add(subscription);
            }
            tally.subscribe();
            isAnyStream |= stream.isWellFormed();
        }
        if (isAnyStream) {
            subscribed.run();
        }
    }

    private void unsubscribe(VenueSocket socket, JsonNode params, long id) {
        for (String name : streams(params)) {
            Subscription subscription = socket.remove(name);
            if (subscription != null) {
                sockets.remove(subscription);
            }
        }
        result(socket, "null", id);
    }

    private static void setProperty(VenueSocket socket, JsonNode params, long id) {
        if (!params.path(0).stringValue("").equals("combined")) {
            error(socket, 0, "Unknown property");
        } else if (!params.path(1).isBoolean()) {
            error(socket, 1, "Invalid value type: expected Boolean");
        } else {
            socket.setCombined(params.path(1).booleanValue());
            result(socket, "null", id);
        }
    }

    private static List<String> streams(JsonNode params) {
        List<String> streams = new ArrayList<>();
        for (JsonNode param : params.values()) {
            if (param.isString() && !streams.contains(param.stringValue())) {
                streams.add(param.stringValue());
            }
        }
        return streams;
    }

    private static String list(VenueSocket socket) {
        return socket.subscriptions().stream()
                .map(subscription ->
                        MAPPER.writeValueAsString(subscription.stream().name()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void result(VenueSocket socket, String json, long id) {
        socket.text("{\"result\":" + json + ",\"id\":" + id + "}");
    }

    private static void error(VenueSocket socket, int code, String message) {
        socket.text("{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }
}
