package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A trade and a quote each 100 ms, at ten times their pace. A market that a test must meet in the middle is a hundred times as long, or
 * waits at its gate; a fault that is said to last an hour ends with the market.
 */
final class SocketFaultsTest {
    private static final VenueSettings PACED = VenueSettings.onLoopback(10).withStart(true, 3_600_000);
    private static final int COUNT = 40;
    private static final int LONG = 100 * COUNT;

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static GatedFrames market(int count, int gateBefore) {
        MarketTape market = new MarketTape();
        for (int i = 0; i < count; i++) {
            market.trade("CHZUSDT", 100 + i, i * 100L).quote("CHZUSDT", 900 + i, i * 100L);
        }
        return new GatedFrames(market.frames(), gateBefore);
    }

    private static LocalVenue start(VenueFrames frames, String fault) throws FaultScriptException {
        return LocalVenue.start(frames, FaultScript.parse("test.yaml", "faults:\n  - " + fault + "\n"), PACED);
    }

    private static LocalVenue start(int count, String fault) throws FaultScriptException {
        return start(market(count, Integer.MAX_VALUE), fault);
    }

    private Client trades(LocalVenue venue) throws InterruptedException {
        return clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade");
    }

    private Client quotes(LocalVenue venue) throws InterruptedException {
        return clients.connect(venue, "/public/stream").subscribed("chzusdt@bookTicker");
    }

    private static void play(LocalVenue venue) throws Exception {
        venue.startMarket();
        venue.played().toCompletableFuture().get();
    }

    private static void awaitFault(LocalVenue venue, String fault) {
        venue.startMarket();
        Until.holds(() -> venue.report().faults().containsKey(fault));
    }

    private boolean canConnect(LocalVenue venue) {
        var attempt = clients.tryConnect(venue, "/market/stream");
        Until.holds(attempt::isComplete);
        return attempt.succeeded();
    }

    @Test
    void cutIsAResetOfTheSelectedSockets() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 1s, fault: cut, route: market}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            play(venue);
            assertThat(trades.awaitEnd()).isNotEqualTo(1_000).isNotEqualTo(1_001);
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
            VenueReport report = venue.report();
            assertThat(report.connections().get(1).end()).isEqualTo("cut by the venue: fault cut");
            assertThat(report.connections().get(0).end()).isEmpty();
            assertThat(report.streams().get("chzusdt@aggTrade")).isEqualTo(new StreamReport(40, 10, 0, 30));
            assertThat(report.unsentTrades().get("CHZUSDT")).containsExactly(new IdRange(110, 139));
        }
    }

    @Test
    void closeHasItsCode() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 500ms, fault: close, code: 1008}")) {
            Client trades = trades(venue);
            play(venue);
            assertThat(trades.awaitEnd()).isEqualTo(1_008);
            assertThat(trades.pending()).hasSize(5);
        }
    }

    @Test
    void halfOpenSocketIsDeafAndMuteUntilItIsCut() throws Exception {
        try (LocalVenue venue =
                start(market(COUNT, 60), "{at: 1s, for: 1h, fault: half-open, stream: chzusdt@aggTrade}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            awaitFault(venue, "half-open");
            trades.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            // Later frames of others have come, and no answer, and no end.
            assertThat(quotes.next(30)).hasSize(30);
            assertThat(trades.pending()).hasSize(10).allMatch(text -> text.contains("aggTrade\",\"data\""));
            assertThat(trades.isEnded()).isFalse();
        }
    }

    @Test
    void halfOpenSocketIsCutAtTheEnd() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 1s, for: 2s, fault: half-open, route: market}")) {
            Client trades = trades(venue);
            play(venue);
            trades.awaitEnd();
            assertThat(venue.report().connections().getFirst().end())
                    .isEqualTo("cut by the venue: fault half-open has ended");
            assertThat(venue.report().connections().getFirst().framesByStream()).containsEntry("chzusdt@aggTrade", 10L);
        }
    }

    @Test
    void stalledSocketMissesWhatIsSentMeanwhile() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 1s, for: 2s, fault: silent-stall, route: market}")) {
            Client trades = trades(venue);
            Client quotes = quotes(venue);
            play(venue);
            assertThat(trades.beforeAnswer()).hasSize(20);
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
            assertThat(venue.report().unsentTrades().get("CHZUSDT")).containsExactly(new IdRange(110, 129));
        }
    }

    @Test
    void stalledSocketAnswersAndFreshOnesAreHeard() throws Exception {
        try (LocalVenue venue = start(LONG, "{at: 1s, for: 1h, fault: silent-stall, route: market}")) {
            Client trades = trades(venue);
            awaitFault(venue, "silent-stall");
            assertThat(trades.beforeAnswer()).hasSize(10);
            assertThat(trades(venue).next()).contains("aggTrade");
            assertThat(trades.beforeAnswer()).isEmpty();
        }
    }

    @Test
    void subscriptionsAreAcknowledgedAndSilent() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 0s, for: 1h, fault: ack-without-data, symbol: CHZUSDT}")) {
            Client quotes = quotes(venue);
            awaitFault(venue, "ack-without-data");
            Client trades = trades(venue);
            play(venue);
            assertThat(trades.beforeAnswer()).isEmpty();
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
        }
    }

    @Test
    void garbageStandsBetweenTwoFrames() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 1s, every: 1s, fault: garbage, route: market}")) {
            Client trades = trades(venue);
            play(venue);
            List<String> all = trades.beforeAnswer();
            assertThat(all).hasSize(COUNT + 3);
            assertThat(List.of(all.get(10), all.get(21), all.get(32)))
                    .allMatch(text -> text.startsWith("{") && !text.endsWith("}"));
        }
    }

    @Test
    void oversizedFrameIsOneFrame() throws Exception {
        try (LocalVenue venue = start(COUNT, "{at: 1s, fault: oversized, route: market}")) {
            Client trades = trades(venue);
            play(venue);
            List<String> all = trades.beforeAnswer();
            assertThat(all).hasSize(COUNT + 1);
            assertThat(all.get(10)).hasSize(20_000_000);
        }
    }

    @Test
    void slowReaderAnswersLate() throws Exception {
        try (LocalVenue venue = start(LONG, "{at: 0s, for: 1h, fault: slow-read, pause: 1s}")) {
            Client trades = trades(venue);
            awaitFault(venue, "slow-read");
            trades.beforeAnswer();
            long askedNs = System.nanoTime();
            trades.beforeAnswer();
            assertThat(System.nanoTime() - askedNs).isGreaterThan(200_000_000L);
        }
    }

    @Test
    void restartCutsEveryoneAndComesBackOnItsPort() throws Exception {
        GatedFrames market = market(COUNT, 60);
        try (LocalVenue venue = start(market, "{at: 1s, for: 1h, fault: restart}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            venue.startMarket();
            trades.awaitEnd();
            quotes.awaitEnd();
            assertThat(canConnect(venue)).isFalse();
            market.letThrough();
            Until.holds(() -> canConnect(venue));
            assertThat(clients.get(venue, "/fapi/v1/ping").body()).isEqualTo("{}");
            assertThat(venue.report().faults().get("restart")).isEqualTo(new FaultReport(1, 2));
        }
    }

    @Test
    void failingHandshakeOfAPlainVenueEndsNewConnections() throws Exception {
        GatedFrames market = market(COUNT, 60);
        try (LocalVenue venue = start(market, "{at: 1s, for: 1h, fault: tls-failure}")) {
            Client trades = trades(venue);
            awaitFault(venue, "tls-failure");
            assertThat(canConnect(venue)).isFalse();
            market.letThrough();
            play(venue);
            assertThat(trades.beforeAnswer()).hasSize(COUNT);
            assertThat(canConnect(venue)).isTrue();
        }
    }
}
