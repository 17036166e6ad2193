package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of a transport. */
final class CloseTest {
    private final Recorder recorder = new Recorder();

    private static Duration timeToClose(Transport transport) {
        long startNs = System.nanoTime();
        transport.close();
        return Duration.ofNanos(System.nanoTime() - startNs);
    }

    @Test
    void saysGoodbyeWithinASecondAndIsSilentThen() {
        CompletableFuture<Integer> goodbye = new CompletableFuture<>();
        LoopbackServer.Script script = peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            Scripts.deliver(peer, 20, 0);
            Peer.Received last = peer.read();
            goodbye.complete(
                    last.type() == Peer.CLOSE ? (last.payload()[0] & 0xff) << 8 | last.payload()[1] & 0xff : -1);
            peer.frame(Peer.CLOSE, true, last.payload());
        };
        try (LoopbackServer server = LoopbackServer.start(script)) {
            Transport transport = Quick.start(
                    recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.meaningless(0))));
            recorder.awaitFrames(20);

            assertThat(timeToClose(transport)).isLessThan(Duration.ofSeconds(1));

            assertThat(goodbye.orTimeout(5, TimeUnit.SECONDS).join()).isEqualTo(1000);
            int told = recorder.told(0).size();
            assertThat(Quick.socketReport(transport).frames()).isEqualTo(20);
            transport.close();
            assertThat(recorder.told(0)).hasSize(told);
        }
    }

    @Test
    void aVenueThatDoesNotAnswerTheGoodbyeDoesNotDelayIt() {
        LoopbackServer.Script mute = peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            Scripts.deliver(peer, 3, 0);
            peer.waitMs(60_000);
        };
        try (LoopbackServer server = LoopbackServer.start(mute)) {
            Transport transport = Quick.start(
                    recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.meaningless(0))));
            recorder.awaitFrames(3);
            assertThat(timeToClose(transport)).isLessThan(Duration.ofSeconds(1));
            List<String> frames = recorder.frames();
            assertThat(frames).hasSize(3);
        }
    }

    @Test
    void aFullSinkDoesNotDelayIt() {
        try (LoopbackServer server = LoopbackServer.start(Scripts.delivering(0))) {
            Transport transport =
                    Quick.start(recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))));
            recorder.awaitFrames(3);
            recorder.setRoom(false);
            recorder.await("the pause", () -> transport.report().pausedMs() > 100);
            assertThat(timeToClose(transport)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void canBeClosedByItsOwnThread() {
        CompletableFuture<Transport> own = new CompletableFuture<>();
        Recorder closing = new Recorder() {
            @Override
            public void notice(String venue, String text) {
                super.notice(venue, text);
                own.join().close();
            }
        };
        try (LoopbackServer server = LoopbackServer.start(peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            peer.text("X");
            Scripts.deliver(peer, Long.MAX_VALUE, 0);
        })) {
            Transport transport =
                    Quick.start(closing, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))));
            own.complete(transport);
            closing.awaitNotice("poison");
            assertThat(timeToClose(transport)).isLessThan(Duration.ofSeconds(1));
        }
    }
}
