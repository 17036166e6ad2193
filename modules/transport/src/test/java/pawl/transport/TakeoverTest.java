package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The next connection delivers before the last one is ended. */
final class TakeoverTest {
    private final Recorder recorder = new Recorder();

    private static VenueLimits living(Duration life) {
        return Quick.limits(100, Duration.ofSeconds(1), 100, 100, life, Duration.ofMillis(300));
    }

    /** All connections deliver the same numbers, as a venue does. */
    private static LoopbackServer.Script sharing(AtomicLong numbers) {
        return peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            Scripts.acknowledgeAll(peer);
            for (long sent = numbers.get(); peer.waitMs(1); ) {
                for (; sent < numbers.get(); sent++) {
                    peer.data(0, Long.toString(sent));
                }
            }
        };
    }

    private Set<Long> received() {
        return recorder.frames().stream()
                .map(frame -> Long.parseLong(frame.split(" ")[2]))
                .collect(Collectors.toSet());
    }

    @Test
    void b09_theEndOfAConnectionsLifeCostsNothing() {
        AtomicLong numbers = new AtomicLong();
        try (LoopbackServer server = LoopbackServer.start(sharing(numbers));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                living(Duration.ofMillis(800)), Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.await("two takeovers", () -> {
                numbers.incrementAndGet();
                return Quick.socketReport(transport).takeovers() >= 2;
            });
            long last = numbers.incrementAndGet() - 1;
            recorder.await("the last number", () -> received().contains(last));

            long first = received().stream().min(Long::compare).orElseThrow();
            assertThat(received())
                    .as("no gap")
                    .containsAll(LongStream.rangeClosed(first, last).boxed().toList());
            assertThat(recorder.told(0)).as("never anything but SYNCHRONIZED").hasSize(1);
            TransportReport.Socket report = Quick.socketReport(transport);
            assertThat(report.breaks()).isEmpty();
            assertThat(report.overlapFrames()).isPositive();
            recorder.awaitNotice("this one nears the end of its life");
        }
    }

    @Test
    void b32_aVenueThatSaysGoodbyeSoonFindsTheNextConnectionThere() {
        LoopbackServer.Script announces = peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, 5, 0);
            peer.text("B");
            Scripts.deliver(peer, Long.MAX_VALUE, 0);
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(announces, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.await("the takeover", () -> Quick.socketReport(transport).takeovers() == 1);
            assertThat(recorder.told(0)).hasSize(1);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void theOldConnectionGoesOnWhileTheNewOneFails() {
        LoopbackServer.Script refuses = Peer::reset;
        try (LoopbackServer server =
                        LoopbackServer.start(Scripts.inTurn(Scripts.delivering(0), refuses, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                living(Duration.ofMillis(500)), Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitNotice("the takeover failed and will be tried again");
            recorder.await("the takeover", () -> Quick.socketReport(transport).takeovers() >= 1);
            assertThat(recorder.told(0)).hasSize(1);
        }
    }

    @Test
    void theNewConnectionStandsInWhenTheOldOneEndsEarly() {
        LoopbackServer.Script endsInOverlap = peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, 65, 0);
            peer.reset();
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(endsInOverlap, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                living(Duration.ofMillis(500)), Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.await(
                    "the end of the old one",
                    () -> Quick.socketReport(transport).breaks().equals(Map.of(BreakCause.RESET, 1L)));
            assertThat(recorder.told(0)).as("the stream never stopped").hasSize(1);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }
}
