package pawl.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** However a connection ends, it comes back, and no faster than is allowed. */
final class ReconnectTest {
    private static final int CUTS = 15;
    private static final int FAILURES = 9;

    private final Recorder recorder = new Recorder();

    private record End(String name, LoopbackServer.Script script, BreakCause cause, String reason) {}

    private static LoopbackServer.Script afterData(LoopbackServer.Script end) {
        return peer -> {
            peer.upgrade();
            Scripts.acknowledgeAll(peer);
            Scripts.deliver(peer, 3, 0);
            end.serve(peer);
        };
    }

    @TestFactory
    Stream<DynamicTest> b07_b33_comesBackAfterEveryKindOfEnd() {
        return Stream.of(
                        new End(
                                "close 1000",
                                peer -> peer.close(1000, "bye"),
                                BreakCause.CLOSED,
                                "the venue closed the connection (1000): bye"),
                        new End(
                                "close 1001 without a reason",
                                peer -> peer.close(1001, ""),
                                BreakCause.CLOSED,
                                "the venue closed the connection (1001)"),
                        new End(
                                "close 1008",
                                peer -> peer.close(1008, "Too many requests"),
                                BreakCause.CLOSED,
                                "the venue closed the connection (1008): Too many requests"),
                        new End("end of stream", peer -> {}, BreakCause.RESET, "the connection was cut (1006)"),
                        new End("RST", Peer::reset, BreakCause.RESET, "the connection was cut (1006)"),
                        new End(
                                "bytes that are no frame",
                                peer -> {
                                    peer.raw("\u00ff\u00ff garbage that is no frame");
                                    peer.waitMs(60_000);
                                },
                                BreakCause.RESET,
                                "the connection was cut (1006)"))
                .map(end -> DynamicTest.dynamicTest(end.name(), () -> comesBackAfter(end)));
    }

    private void comesBackAfter(End end) {
        Recorder own = new Recorder();
        try (LoopbackServer server =
                        LoopbackServer.start(Scripts.inTurn(afterData(end.script()), Scripts.delivering(0)));
                Transport transport =
                        Quick.start(own, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            Recorder.Told broken = own.awaitState(0, FeedState.STALE, StateCause.CONNECTION_BROKEN);
            assertThat(broken.reason()).startsWith(end.reason());
            own.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 2);
            TransportReport.Socket report = Quick.socketReport(transport);
            assertThat(report.breaks()).containsOnlyKeys(end.cause());
            assertThat(report.connects()).isEqualTo(2);
        }
    }

    @Test
    void b07_triesForEver() {
        LoopbackServer.Script refuses = Peer::reset;
        try (LoopbackServer server = LoopbackServer.start(
                        peer -> (peer.number() <= FAILURES ? refuses : Scripts.delivering(0)).serve(peer));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(Quick.socketReport(transport).breaks()).containsEntry(BreakCause.NOT_CONNECTED, (long) FAILURES);
            assertThat(recorder.told(0)).hasSize(2);
        }
    }

    @Test
    void b08_attemptsAreSpacedAndLeaveNoThreadsBehind() {
        try (LoopbackServer server = LoopbackServer.start(Peer::reset);
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.await("some attempts", () -> server.accepted() >= 4);
            long threads = ownThreads();
            recorder.await("more attempts", () -> server.accepted() >= 12);

            assertThat(ownThreads()).isEqualTo(threads);
            assertThat(Quick.socketReport(transport).open()).isFalse();
            List<Long> gapsNs = gapsNs(server.acceptedNs());
            // The cap is 200 ms, of which the lower half is certain.
            assertThat(gapsNs.subList(6, 11))
                    .allMatch(gapNs -> gapNs > Duration.ofMillis(90).toNanos());
        }
    }

    @Test
    void b08_a429AtTheUpgradeIsObeyed() {
        LoopbackServer.Script tooMany = peer -> {
            peer.readHead();
            peer.answer(429, "Retry-After: 1\r\n", "slow down");
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(tooMany, Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            Recorder.Told banned = recorder.awaitState(0, FeedState.STALE, StateCause.BANNED);
            assertThat(banned.reason()).contains("HTTP status 429").contains("nothing is asked until");
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA);
            assertThat(gapsNs(server.acceptedNs()).getFirst())
                    .isGreaterThan(Duration.ofMillis(900).toNanos());
            assertThat(Quick.report(transport).bans()).isEqualTo(1);
            recorder.awaitNotice("connecting waits: the venue answered with HTTP status 429");
        }
    }

    @Test
    void b11_connectionAttemptsFitTheBudgetOfAllSockets() {
        VenueLimits limits = Quick.limits(3, Duration.ofSeconds(1), 100, 100);
        try (LoopbackServer server = LoopbackServer.start(Peer::reset);
                Transport transport = Quick.start(
                        recorder,
                        Quick.venue(
                                limits,
                                Quick.socket(server.socketUri(), Quick.fixed(0)),
                                Quick.socket(server.socketUri(), Quick.fixed(1)),
                                Quick.socket(server.socketUri(), Quick.fixed(2)),
                                Quick.socket(server.socketUri(), Quick.fixed(3))))) {
            recorder.await("three windows", () -> server.accepted() >= 9);
            List<Long> timesNs = server.acceptedNs();
            for (int i = 3; i < timesNs.size(); i++) {
                assertThat(timesNs.get(i) - timesNs.get(i - 3))
                        .isGreaterThan(Duration.ofSeconds(1).toNanos());
            }
            recorder.awaitNotice("all connection attempts that the venue allows within 1 s are used up");
            assertThat(transport.report().venues()).hasSize(1);
        }
    }

    @Test
    void b32_outagesOfAMaintenanceAreLivedThrough() {
        LoopbackServer.Script unavailable = peer -> {
            peer.readHead();
            peer.answer(503, "", "maintenance");
        };
        try (LoopbackServer server = LoopbackServer.start(Scripts.inTurn(
                        afterData(peer -> peer.close(1012, "")),
                        unavailable,
                        unavailable,
                        afterData(Peer::reset),
                        unavailable,
                        Scripts.delivering(0)));
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, 3);
            assertThat(Quick.socketReport(transport).breaks()).containsEntry(BreakCause.NOT_CONNECTED, 3L);
        }
    }

    /** p50 of many cuts; the figure is printed. */
    @Test
    void isSynchronizedAgainWithinHalfASecondOfACut() {
        try (LoopbackServer server = LoopbackServer.start(peer -> {
                    peer.upgrade();
                    Scripts.acknowledgeAll(peer);
                    Scripts.deliver(peer, peer.number() > CUTS ? Long.MAX_VALUE : 13, 0);
                    peer.reset();
                });
                Transport transport = Quick.start(
                        recorder, Quick.venue(Quick.LIMITS, Quick.socket(server.socketUri(), Quick.fixed(0))))) {
            recorder.awaitState(0, FeedState.SYNCHRONIZED, StateCause.DATA, CUTS + 1);
            List<Recorder.Told> told = recorder.told(0);
            List<Long> timesNs = new ArrayList<>();
            for (int i = 1; i + 1 < told.size(); i += 2) {
                assertThat(told.get(i).state()).isEqualTo(FeedState.STALE);
                timesNs.add(told.get(i + 1).atNs() - told.get(i).atNs());
            }
            timesNs.sort(null);
            double medianMs = timesNs.get(timesNs.size() / 2) / 1e6;
            System.out.printf(
                    "from cut to SYNCHRONIZED: p50 %.1f ms, worst %.1f ms%n", medianMs, timesNs.getLast() / 1e6);
            assertThat(medianMs).isLessThan(500);
            assertThat(Quick.socketReport(transport).connects()).isEqualTo(CUTS + 1);
        }
    }

    private static List<Long> gapsNs(List<Long> timesNs) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < timesNs.size(); i++) {
            gaps.add(timesNs.get(i) - timesNs.get(i - 1));
        }
        return gaps;
    }

    private static long ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vert.x"))
                .count();
    }
}
