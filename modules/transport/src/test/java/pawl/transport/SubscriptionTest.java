package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is asked for, what is answered, and what is neither. */
final class SubscriptionTest {
    private final Recorder recorder = new Recorder();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private static List<String> streamsOf(String request) {
        return Arrays.asList(request.split(" ")[2].split(","));
    }

    private static SocketPlan eight(LoopbackServer server) {
        StreamPlan[] streams = new StreamPlan[8];
        Arrays.setAll(streams, Quick::fixed);
        return Quick.socket(server.socketUri(), streams);
    }

    /** Refuses every request that names s5, and delivers what it did acknowledge. */
    private void refuseOne(Peer peer, Peer.Received request) throws IOException {
        requests.add(request.text());
        List<String> streams = streamsOf(request.text());
        if (streams.contains("s5")) {
            peer.text("R " + request.text().split(" ")[1]);
            return;
        }
        Scripts.acknowledge(peer, request.text());
        int[] numbers = streams.stream()
                .mapToInt(name -> Integer.parseInt(name.substring(1)))
                .toArray();
        Thread.ofVirtual().start(() -> {
            try {
                Scripts.deliver(peer, Long.MAX_VALUE, numbers);
            } catch (IOException ended) {
                // The connection is over.
            }
        });
    }

    @Test
    void b25_oneRefusedSymbolDoesNotTakeTheOthersDown() {
        try (LoopbackServer server = LoopbackServer.start(peer -> {
                    peer.upgrade();
                    Scripts.answerAll(peer, this::refuseOne);
                });
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(Quick.LIMITS, eight(server)),
                        Quick.settings(1 << 20, Duration.ofSeconds(1), Duration.ofMillis(300)))) {
            for (int stream : new int[] {0, 1, 2, 3, 4, 6, 7}) {
                recorder.awaitState(stream, FeedState.SYNCHRONIZED, StateCause.DATA);
            }
            Recorder.Told refused = recorder.awaitState(5, FeedState.STALE, StateCause.REFUSED);
            assertThat(refused.reason()).contains("refused").contains("check the symbol");
            recorder.awaitNotice("s5: the venue refused");
            assertThat(requests).as("halved until it stood alone").hasSizeBetween(7, 8);

            recorder.await(
                    "another try",
                    () -> requests.stream()
                                    .filter(request -> streamsOf(request).equals(List.of("s5")))
                                    .count()
                            >= 3);
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void b35_aListThatIsIgnoredInSilenceIsAskedForOneByOne() {
        LoopbackServer.Script ignoresLists = peer -> {
            peer.upgrade();
            Scripts.answerAll(peer, (from, request) -> {
                requests.add(request.text());
                if (streamsOf(request.text()).size() == 1) {
                    refuseOne(from, request);
                }
            });
        };
        try (LoopbackServer server = LoopbackServer.start(ignoresLists);
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0), Quick.fixed(1))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            recorder.awaitState(1, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void b35_aVenueThatAnswersNothingIsConnectedToAgain() {
        LoopbackServer.Script mute = peer -> {
            peer.upgrade();
            Scripts.answerAll(peer, (from, request) -> {});
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(mute, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            Recorder.Told stale = recorder.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN);
            assertThat(stale.reason()).isEqualTo("no subscription was answered");
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.UNANSWERED);
        }
    }

    @Test
    void dataBeforeALateAcknowledgementCountsAsOne() {
        LoopbackServer.Script late = peer -> {
            peer.upgrade();
            String request = peer.read().text();
            Scripts.deliver(peer, 60, 0);
            Scripts.acknowledge(peer, request);
            Scripts.deliver(peer, Long.MAX_VALUE, 0);
        };
        try (LoopbackServer server = LoopbackServer.start(late);
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            recorder.awaitFrames(100);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
            assertThat(recorder.told(0)).hasSize(1);
        }
    }

    @Test
    void b09_requestsAreFewAndNeverMoreInASecondThanAllowed() {
        List<Long> timesNs = new CopyOnWriteArrayList<>();
        LoopbackServer.Script counts = peer -> {
            peer.upgrade();
            peer.frame(Peer.PING, true, new byte[] {1});
            while (true) {
                Peer.Received received = peer.read();
                timesNs.add(System.nanoTime());
                if (received.type() == Peer.TEXT) {
                    requests.add(received.text());
                    Scripts.acknowledge(peer, received.text());
                }
            }
        };
        StreamPlan[] streams = new StreamPlan[12];
        Arrays.setAll(streams, Quick::meaningless);
        try (LoopbackServer server = LoopbackServer.start(counts);
                Transport transport = Quick.start(
                        recorder,
                        new VenuePlan(
                                Quick.VENUE,
                                List.of(Quick.socket(server.socketUri(), streams)),
                                List.of(),
                                Quick.limits(10, Duration.ofSeconds(1), 5, 100),
                                new LineDialogue(2)))) {
            recorder.await("all requests", () -> requests.size() == 6);
            for (int i = 5; i < timesNs.size(); i++) {
                assertThat(timesNs.get(i) - timesNs.get(i - 5))
                        .isGreaterThan(Duration.ofSeconds(1).toNanos());
            }
            assertThat(Quick.socketReport(transport).connects()).isEqualTo(1);
        }
    }
}
