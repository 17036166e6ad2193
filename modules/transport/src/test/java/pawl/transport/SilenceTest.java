package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Connected, subscribed, and no data: the failures that a connection does not show. */
final class SilenceTest {
    private final Recorder recorder = new Recorder();

    @Test
    void b01_acknowledgedStreamThatStaysSilentIsStaleAndItsSocketIsReplaced() {
        LoopbackServer.Script withoutOne = Scripts.delivering(0);
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(withoutOne, Scripts.delivering(0, 1)));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0), Quick.irregular(1))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);

            Recorder.Told stale = recorder.awaitState(1, FeedState.STALE, StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT);
            assertThat(stale.reason()).startsWith("subscribed, but no data for 0.");

            recorder.awaitState(1, FeedState.SYNCHRONIZED, StateCause.DATA);
            recorder.await("the takeover", () -> Quick.socketReport(transport).takeovers() == 1);
            assertThat(recorder.told(0)).as("the other stream never stopped").hasSize(1);
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }

    @Test
    void b02_aStreamThatWasHeardAndIsSilentAfterAReconnectIsSaidToBe() {
        LoopbackServer.Script dies = peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, 5, 0);
            peer.close(1001, "server change");
        };
        try (LoopbackServer server = LoopbackServer.start(
                        Scripts.inTurn(dies, Scripts::acknowledgeInSilence, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            assertThat(recorder.told(0))
                    .extracting(Recorder.Told::cause)
                    .containsExactly(
                            StateCause.DATA,
                            StateCause.CONNECTION_BROKEN,
                            StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT,
                            StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks())
                    .containsOnly(Map.entry(BreakCause.CLOSED, 1L), Map.entry(BreakCause.STALLED, 1L));
        }
    }

    @Test
    void b03_oneSocketThatFallsSilentIsRebuiltAlone() {
        LoopbackServer.Script fallsSilent = peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, 10, 0);
            peer.waitMs(60_000);
        };
        try (LoopbackServer ill = LoopbackServer.start(Scripts.inTurn(fallsSilent, Scripts.delivering(0)));
                LoopbackServer well = LoopbackServer.start(Scripts.delivering(1));
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                Quick.LIMITS,
                                Quick.socket(ill.socketUri(), Quick.irregular(0)),
                                Quick.socket(well.socketUri(), Quick.irregular(1))))) {
            Recorder.Told silent = recorder.awaitState(0, FeedState.STALE, StateCause.SILENT);
            assertThat(silent.reason()).startsWith("no data for 0.");
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);

            TransportReport.Socket rebuilt = Quick.report(transport).sockets().getFirst();
            assertThat(rebuilt.breaks()).containsOnlyKeys(BreakCause.STALLED);
            assertThat(rebuilt.stalls()).isEqualTo(1);
            assertThat(well.accepted()).isEqualTo(1);
            assertThat(recorder.told(1)).hasSize(1);
        }
    }

    @Test
    void b04_pingsThatAreAnsweredDoNotHideThatNoDataComes() {
        try (LoopbackServer server =
                        LoopbackServer.start(Scripts.inTurn(Scripts::acknowledgeInSilence, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.STALE, StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT);
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.STALLED);
        }
    }

    @Test
    void b05_aFloodOfControlFramesDoesNotHoldTheWatchUp() {
        CountDownLatch flooded = new CountDownLatch(1);
        LoopbackServer.Script flood = peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            for (int i = 0; peer.waitMs(i % 50 == 0 ? 1 : 0); i++) {
                peer.frame(i % 2 == 0 ? Peer.PING : Peer.PONG, true, new byte[4]);
                if (i == 2000) {
                    flooded.countDown();
                }
            }
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(flood, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.STALE, StateCause.NO_DATA_AFTER_ACKNOWLEDGEMENT);
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(flooded.getCount()).as("it was a flood").isZero();
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.STALLED);
        }
    }

    @Test
    void b06_aHalfOpenConnectionIsFoundByAPingThatNothingAnswers() {
        LoopbackServer.Script blackHole = peer -> {
            peer.upgrade();
            Scripts.acknowledge(peer, peer.read().text());
            Scripts.deliver(peer, 3, 0);
            peer.waitMs(60_000);
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(blackHole, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.meaningless(0))))) {
            Recorder.Told broken = recorder.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN);
            assertThat(broken.reason()).isEqualTo("nothing came after a ping, not even its answer");
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            assertThat(Quick.socketReport(transport).breaks()).containsOnlyKeys(BreakCause.NO_SIGN_OF_LIFE);
        }
    }

    @Test
    void aMeaninglessSilenceIsNoFault() {
        LoopbackServer.Script silent = peer -> Scripts.acknowledgeInSilence(peer);
        try (LoopbackServer server = LoopbackServer.start(silent);
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.meaningless(0))))) {
            long startNs = System.nanoTime();
            recorder.await(
                    "some limits",
                    () -> System.nanoTime() - startNs > Duration.ofMillis(1200).toNanos());
            assertThat(recorder.told(0)).isEmpty();
            assertThat(Quick.socketReport(transport).open()).isTrue();
            assertThat(Quick.socketReport(transport).breaks()).isEmpty();
        }
    }
}
