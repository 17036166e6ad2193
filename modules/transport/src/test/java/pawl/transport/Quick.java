package pawl.transport;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans and settings for loopback, where everything that takes seconds elsewhere takes tenths of them. */
final class Quick {
    static final String VENUE = "loopback";
    static final Duration LIMIT = Duration.ofMillis(300);
    static final VenueLimits LIMITS = limits(1000, Duration.ofSeconds(1), 100, 1000);

    private static final int MAX_FRAME_BYTES = 8 << 20;

    private Quick() {}

    static TransportSettings settings() {
        return settings(MAX_FRAME_BYTES, Duration.ofMillis(400), Duration.ofMinutes(1));
    }

    static TransportSettings settings(int maxFrameBytes, Duration rebuildAfter, Duration refusedRetryEvery) {
        return new TransportSettings(
                Optional.<Path>empty(),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofMillis(100),
                20261125,
                maxFrameBytes,
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                Duration.ofMillis(500),
                rebuildAfter,
                refusedRetryEvery,
                Duration.ofSeconds(2));
    }

    static VenueLimits limits(int connects, Duration window, int messagesPerSecond, int weightPerMinute) {
        return limits(connects, window, messagesPerSecond, weightPerMinute, Duration.ZERO, Duration.ofMillis(300));
    }

    static VenueLimits limits(
            int connects,
            Duration window,
            int messagesPerSecond,
            int weightPerMinute,
            Duration life,
            Duration pingEvery) {
        return new VenueLimits(connects, window, messagesPerSecond, weightPerMinute, "X-Used", life, pingEvery);
    }

    static StreamPlan fixed(int number) {
        return new StreamPlan(number, "s" + number, StreamPlan.Silence.FIXED_CADENCE, LIMIT);
    }

    static StreamPlan irregular(int number) {
        return new StreamPlan(number, "s" + number, StreamPlan.Silence.IRREGULAR, LIMIT);
    }

    static StreamPlan meaningless(int number) {
        return new StreamPlan(number, "s" + number, StreamPlan.Silence.MEANINGLESS, LIMIT);
    }

    static SocketPlan socket(URI uri, StreamPlan... streams) {
        return socket(uri, Map.of(), streams);
    }

    static SocketPlan socket(URI uri, Map<String, String> headers, StreamPlan... streams) {
        return new SocketPlan(7, "socket-" + streams[0].number(), uri, List.of(streams), headers);
    }

    static PollPlan poll(URI uri, int stream, Duration every, int weight) {
        return new PollPlan(9, stream, "poll" + stream, uri, every, weight, "", "");
    }

    static VenuePlan venue(VenueLimits limits, SocketPlan... sockets) {
        return new VenuePlan(VENUE, List.of(sockets), List.of(), limits, new LineDialogue(100));
    }

    static VenuePlan polls(VenueLimits limits, PollPlan... polls) {
        return new VenuePlan(VENUE, List.of(), List.of(polls), limits, new LineDialogue(100));
    }

    static Transport start(Recorder recorder, VenuePlan plan) {
        return start(recorder, plan, settings());
    }

    static Transport start(Recorder recorder, VenuePlan plan, TransportSettings settings) {
        return Transport.start(
                List.of(plan), recorder, recorder, () -> System.currentTimeMillis() * 1_000_000, settings);
    }

    /** The only venue's report. */
    static TransportReport.Venue report(Transport transport) {
        return transport.report().venues().getFirst();
    }

    static TransportReport.Socket socketReport(Transport transport) {
        return report(transport).sockets().getFirst();
    }
}
