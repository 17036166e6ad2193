package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A sink without room: sockets are not read, nothing is lost, and the time is told. */
final class BackPressureTest {
    private static final int FRAMES = 4_000;
    private static final int FRAME_BYTES = 10_000;
    private static final String FILLING = "x".repeat(FRAME_BYTES);

    private final Recorder recorder = new Recorder();
    private final AtomicLong sent = new AtomicLong();

    private LoopbackServer.Script sendingMuch(LoopbackServer.Script end) {
        return peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(
                    peer); // Unread pings would turn the end into an RST, which takes back what was sent.
            for (int i = 0; i < FRAMES; i++) {
                peer.frame(Peer.TEXT, true, ("D 0 " + i + " " + FILLING).getBytes(StandardCharsets.US_ASCII));
                sent.incrementAndGet();
            }
            end.serve(peer);
        };
    }

    private void awaitStandstill() {
        AtomicLong lastSent = new AtomicLong(-1);
        AtomicLong sinceNs = new AtomicLong(System.nanoTime());
        recorder.await("the sender to be held up", () -> {
            long now = sent.get();
            if (lastSent.getAndSet(now) != now) {
                sinceNs.set(System.nanoTime());
            }
            return now > 0
                    && System.nanoTime() - sinceNs.get()
                            > Duration.ofMillis(700).toNanos();
        });
    }

    private void assertAllCame() {
        recorder.awaitFrames(FRAMES);
        List<String> frames = recorder.frames();
        for (int i = 0; i < FRAMES; i++) {
            assertThat(frames.get(i)).startsWith("D 0 " + i + " ");
        }
    }

    @Test
    void b20_b21_aSlowSinkStopsTheReadingAndLosesNothing() {
        try (LoopbackServer server =
                        LoopbackServer.start(sendingMuch(peer -> Scripts.deliver(peer, Long.MAX_VALUE, 0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.setRoom(false);
            awaitStandstill();

            assertThat(sent.get())
                    .as("40 MB do not fit the buffers of a connection")
                    .isLessThan(FRAMES);
            int handedOver = recorder.frames().size();
            long heldMs = transport.report().pausedMs();
            assertThat(heldMs).isGreaterThan(600);
            recorder.await("some more time", () -> transport.report().pausedMs() > heldMs + 200);
            assertThat(recorder.frames().size())
                    .as("handed over while it is full")
                    .isEqualTo(handedOver);

            recorder.setRoom(true);
            assertAllCame();
            assertThat(transport.report().pausedMs()).isGreaterThanOrEqualTo(heldMs);
            assertThat(Quick.socketReport(transport).breaks())
                    .as("a venue that is not read cannot be silent")
                    .isEmpty();
            assertThat(recorder.told(0)).hasSize(1);
        }
    }

    @Test
    void b20_whatCameBeforeTheEndIsHandedOverBeforeIt() {
        try (LoopbackServer server =
                        LoopbackServer.start(Scripts.inTurn(sendingMuch(peer -> {}), Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.setRoom(false);
            awaitStandstill();
            assertThat(recorder.told(0)).noneMatch(told -> told.state() == FeedState.STALE);

            recorder.setRoom(true);
            assertAllCame();
            recorder.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN);
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.RESET);
        }
    }

    @Test
    void aSinkThatKeepsFillingUpGetsAllInPieces() {
        Recorder counting = new Recorder() {
            private long handedOver;

            @Override
            public synchronized void frame(int feed, long arrivalNs, byte[] from, int offset, int length) {
                super.frame(feed, arrivalNs, from, offset, length);
                handedOver++;
            }

            @Override
            public synchronized boolean hasRoom() {
                boolean full = handedOver >= 200;
                if (full) {
                    handedOver = 0; // Emptied by the time of the next look.
                }
                return !full;
            }
        };
        try (LoopbackServer server =
                        LoopbackServer.start(sendingMuch(peer -> Scripts.deliver(peer, Long.MAX_VALUE, 0)));
                Transport transport = Quick.start(
                        counting, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            counting.awaitFrames(FRAMES);
            List<String> frames = counting.frames();
            for (int i = 0; i < FRAMES; i++) {
                assertThat(frames.get(i)).startsWith("D 0 " + i + " ");
            }
            assertThat(transport.report().pausedMs()).isPositive();
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }
}
