package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Frames as they come: of any length, in any pieces, of any content. */
final class FrameTest {
    private static final int HUGE_BYTES = 20_000_000;

    private final Recorder recorder = new Recorder();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] huge() {
        byte[] bytes = new byte[HUGE_BYTES];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy(utf8("D 0 "), 0, bytes, 0, 4);
        return bytes;
    }

    private static LoopbackServer.Script sending(LoopbackServer.Script frames) {
        return peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            frames.serve(peer);
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, Long.MAX_VALUE, 0);
        };
    }

    private Transport start(LoopbackServer server, TransportSettings settings) {
        return Quick.start(
                recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))), settings);
    }

    @Test
    void b14_framesOfASocketKeepTheirOrder() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            sent.add("D 0 " + i + "x".repeat(i % 300));
        }
        try (LoopbackServer server = LoopbackServer.start(sending(peer -> {
                    for (String text : sent) {
                        peer.putFrame(Peer.TEXT, true, utf8(text));
                    }
                    peer.flush();
                }));
                Transport transport = start(server, Quick.settings())) {
            recorder.awaitFrames(sent.size());
            assertThat(recorder.frames().subList(0, sent.size())).isEqualTo(sent);
            assertThat(Quick.report(transport).streams().getFirst().frames()).isGreaterThanOrEqualTo(sent.size());
        }
    }

    @Test
    void b31_binaryAndFragmentedMessagesAreHandedOverWhole() {
        try (LoopbackServer server = LoopbackServer.start(sending(peer -> {
                    peer.frame(Peer.BINARY, true, utf8("D 0 binary"));
                    peer.frame(Peer.TEXT, false, utf8("D 0 one"));
                    peer.frame(Peer.PING, true, utf8("between"));
                    peer.frame(Peer.CONTINUATION, false, utf8(""));
                    peer.frame(Peer.CONTINUATION, true, utf8(" two"));
                    peer.frame(Peer.TEXT, true, utf8("D 0 币安人生USDT"));
                }));
                Transport transport = start(server, Quick.settings())) {
            recorder.awaitFrames(3);
            assertThat(recorder.frames().subList(0, 3)).containsExactly("D 0 binary", "D 0 one two", "D 0 币安人生USDT");
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void b31_noCompressionIsOffered() {
        AtomicReference<String> offered = new AtomicReference<>();
        LoopbackServer.Script looks = peer -> {
            peer.upgrade();
            offered.set(peer.header("Sec-WebSocket-Extensions"));
            peer.waitMs(60_000);
        };
        try (LoopbackServer server = LoopbackServer.start(looks);
                Transport transport = start(server, Quick.settings())) {
            recorder.await("the upgrade", () -> offered.get() != null);
            assertThat(offered.get()).isEmpty();
            assertThat(transport.report().pausedMs()).isZero();
        }
    }

    @Test
    void aFrameOf20MegabytesIsHandedOverWhereItIsAllowed() {
        recorder.forgetFrames();
        try (LoopbackServer server = LoopbackServer.start(sending(peer -> peer.frame(Peer.TEXT, true, huge())));
                Transport transport =
                        start(server, Quick.settings(32 << 20, Duration.ofMinutes(1), Duration.ofMinutes(1)))) {
            recorder.awaitBytes(HUGE_BYTES);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void aFrameOf20MegabytesIsRefusedWhereItIsNotAndTheSocketComesBack() {
        recorder.forgetFrames();
        LoopbackServer.Script tooLong = sending(peer -> peer.frame(Peer.TEXT, true, huge()));
        LoopbackServer.Script tooLongInPieces = sending(peer -> {
            peer.frame(Peer.TEXT, false, new byte[6_000_000]);
            peer.frame(Peer.CONTINUATION, true, new byte[6_000_000]);
        });
        try (LoopbackServer server =
                        LoopbackServer.start(Scripts.inTurn(tooLong, tooLongInPieces, Scripts.delivering(0)));
                Transport transport = start(server, Quick.settings())) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks()).isEqualTo(Map.of(BreakCause.OVERSIZED, 2L));
            recorder.awaitNotice("8388608");
            assertThat(recorder.bytes()).isLessThan(1_000_000);
        }
    }

    @Test
    void b22_b23_aFrameThatNobodyUnderstandsCostsNothing() {
        try (LoopbackServer server = LoopbackServer.start(sending(peer -> {
                    peer.text("X marks the frame");
                    peer.text("");
                    peer.text("{\"e\":\"unheard of\",\"X\":null}");
                    peer.data(99, "of a stream that nobody asked for");
                    peer.text("A 4711");
                    peer.text("R 4711");
                }));
                Transport transport = start(server, Quick.settings())) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(recorder.frames().subList(0, 4))
                    .containsExactly(
                            "X marks the frame",
                            "",
                            "{\"e\":\"unheard of\",\"X\":null}",
                            "D 99 of a stream that nobody asked for");
            recorder.awaitNotice("a frame of 17 bytes was not understood: java.lang.IllegalStateException: poison");
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }
}
