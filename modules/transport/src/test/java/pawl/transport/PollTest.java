package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Resources asked for over HTTP: what is data, what is not, and when to stop asking. */
final class PollTest {
    private static final Duration EVERY = Duration.ofMillis(60);

    private final Recorder recorder = new Recorder();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private interface Reply {
        void to(Peer peer, int number) throws IOException;
    }

    private LoopbackServer serving(Reply reply) {
        return LoopbackServer.start(peer -> {
            while (true) {
                peer.readHead();
                asked.add(peer.requestLine());
                reply.to(peer, asked.size());
            }
        });
    }

    private Transport start(LoopbackServer server, VenueLimits limits) {
        return Quick.start(
                recorder,
                Quick.polls(
                        limits,
                        Quick.poll(server.httpUri("/oi?symbol=A"), 0, EVERY, 1),
                        Quick.poll(server.httpUri("/oi?symbol=B"), 1, EVERY, 1)));
    }

    @Test
    void bodiesAreHandedOverOnSchedule() {
        try (LoopbackServer server = serving((peer, number) -> peer.answer(200, "", "{\"n\":" + number + "}"));
                Transport transport = start(server, Quick.LIMITS)) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            recorder.awaitFrames(10);
            assertThat(recorder.frames()).allMatch(frame -> frame.startsWith("{\"n\":"));
            assertThat(asked).contains("GET /oi?symbol=A HTTP/1.1", "GET /oi?symbol=B HTTP/1.1");
            TransportReport.Poll report = Quick.report(transport).polls().getFirst();
            assertThat(report.failures()).isEmpty();
            assertThat(report.requests()).isPositive();
            assertThat(report.lastArrivalNs()).isPositive();
        }
    }

    @Test
    void b34_aPollThatFailsAgainAndAgainIsStaleUntilDataComes() {
        try (LoopbackServer server = serving((peer, number) -> {
                    switch (number % 4) {
                        case 1 -> peer.answer(200, "Content-Type: text/html\r\n", "down for maintenance");
                        case 2 -> peer.answer(200, "", "  <html>blocked</html>");
                        case 3 -> peer.answer(500, "", "{}");
                        default -> peer.answer(200, "", "");
                    }
                    if (number == 16) {
                        throw new IOException("cut between two answers");
                    }
                });
                Transport transport = start(server, Quick.LIMITS)) {
            Recorder.Told stale = recorder.awaitState(0, FeedState.STALE, StateCause.POLL_FAILED);
            assertThat(stale.reason()).startsWith("HTTP status ");
            recorder.await("all failures", () -> asked.size() > 20);
            assertThat(recorder.frames()).as("nothing of it was data").isEmpty();
            assertThat(Quick.report(transport).polls().getFirst().failures()).containsKey(200);
        }
    }

    @Test
    void b34_anAnswerThatDoesNotComeIsNotWaitedForForEver() {
        try (LoopbackServer server = serving((peer, number) -> {
                    if (number <= 6) {
                        peer.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half");
                        peer.waitMs(60_000);
                    }
                    peer.answer(200, "", "{}");
                });
                Transport transport = start(server, Quick.LIMITS)) {
            Recorder.Told stale = recorder.awaitState(0, FeedState.STALE, StateCause.POLL_FAILED);
            assertThat(stale.reason()).contains("500");
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(recorder.frames()).doesNotContain("{\"half");
            assertThat(Quick.report(transport).polls().getFirst().late()).isPositive();
        }
    }

    @Test
    void b10_a418StopsAllRequestsToTheVenueUntilItsEnd() {
        try (LoopbackServer server = serving((peer, number) -> {
                    if (number == 3) {
                        peer.answer(418, "Retry-After: 1\r\n", "{\"code\":-1003}");
                    } else {
                        peer.answer(200, "", "{}");
                    }
                });
                Transport transport = start(server, Quick.LIMITS)) {
            Recorder.Told first = recorder.awaitState(0, FeedState.STALE, StateCause.BANNED);
            recorder.awaitState(1, FeedState.STALE, StateCause.BANNED);
            assertThat(first.reason()).contains("HTTP status 418");
            int askedByThen = asked.size();
            CompletableFuture<String> refused = new CompletableFuture<>();
            transport.fetch(Quick.VENUE, Quick.poll(server.httpUri("/trades"), 0, EVERY, 1), refused::complete);
            assertThat(refused.orTimeout(5, TimeUnit.SECONDS).join()).contains("HTTP status 418");

            Recorder.Told again = recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            assertThat(again.atNs() - first.atNs())
                    .isGreaterThan(Duration.ofMillis(990).toNanos());
            assertThat(askedByThen)
                    .as("at most the other poll's, already under way")
                    .isLessThanOrEqualTo(4);
            assertThat(Quick.report(transport).bans()).isEqualTo(1);
        }
    }

    @Test
    void b10_theVenuesOwnCountOfWeightIsHeeded() {
        try (LoopbackServer server = serving((peer, number) -> peer.answer(200, "X-Used: 998\r\n", "{}"));
                Transport transport = start(server, Quick.LIMITS)) {
            recorder.awaitState(0, FeedState.STALE, StateCause.POLL_FAILED);
            assertThat(recorder.told(0).getLast().reason()).contains("weight");
            // 998 by the venue's count, and 2 more; two may have been under way with the first.
            assertThat(asked.size()).isLessThanOrEqualTo(4);
            assertThat(Quick.report(transport).usedWeight()).isBetween(998, 1000);
        }
    }

    @Test
    void aFetchHandsItsBodyOverBeforeItEnds() {
        try (LoopbackServer server = serving((peer, number) -> peer.answer(200, "", "[1,2]"));
                Transport transport = Quick.start(recorder, Quick.polls(Quick.LIMITS))) {
            PollPlan once = new PollPlan(9, 0, "gap", server.httpUri("/trades"), EVERY, 20, "{\"rows\":", "}");
            CompletableFuture<List<String>> framesAtEnd = new CompletableFuture<>();
            transport.fetch(Quick.VENUE, once, failure -> {
                assertThat(failure).isEmpty();
                framesAtEnd.complete(recorder.frames());
            });
            assertThat(framesAtEnd.orTimeout(5, TimeUnit.SECONDS).join()).containsExactly("{\"rows\":[1,2]}");
        }
    }

    @Test
    void manyFetchesAreSentAFewAtATime() {
        try (LoopbackServer server = serving((peer, number) -> {
                    peer.waitMs(20);
                    peer.answer(200, "", "{}");
                });
                Transport transport = Quick.start(recorder, Quick.polls(Quick.LIMITS))) {
            List<String> ends = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 40; i++) {
                transport.fetch(Quick.VENUE, Quick.poll(server.httpUri("/" + i), 0, EVERY, 20), ends::add);
            }
            recorder.await("all ends", () -> ends.size() == 40);
            assertThat(ends).containsOnly("");
            assertThat(server.accepted()).isLessThanOrEqualTo(4);
            assertThat(Quick.report(transport).usedWeight()).isEqualTo(800);
        }
    }
}
