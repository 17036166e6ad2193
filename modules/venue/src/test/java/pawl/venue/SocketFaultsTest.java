package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Four seconds with a trade and a quote each 100 ms, at ten times their pace. */
final class SocketFaultsTest {
    private static final VenueSettings PACED = VenueSettings.onLoopback(10).withStart(true, 50);
    private static final int COUNT = 40;

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static LocalVenue start(String fault) throws FaultScriptException {
        MarketTape market = new MarketTape();
        for (int i = 0; i < COUNT; i++) {
            market.trade("CHZUSDT", 100 + i, i * 100L).quote("CHZUSDT", 900 + i, i * 100L);
        }
        return LocalVenue.start(market.frames(), FaultScript.parse("test.yaml", "faults:\n  - " + fault + "\n"), PACED);
    }

    private Client trades(LocalVenue venue) throws InterruptedException {
        return clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade");
    }

    private Client quotes(LocalVenue venue) throws InterruptedException {
        return clients.connect(venue, "/public/stream").subscribed("chzusdt@bookTicker");
    }

    private static void awaitEnd(LocalVenue venue) throws Exception {
        venue.played().toCompletableFuture().get();
    }

    @Test
    void cutIsAResetOfTheSelectedSockets() throws Exception {
        try (LocalVenue venue = start("{at: 1s, fault: cut, route: market}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            assertThat(trades.awaitEnd()).isNotEqualTo(1_000).isNotEqualTo(1_001);
            awaitEnd(venue);
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
            VenueReport report = venue.report();
            assertThat(report.connections().get(1).end()).isEqualTo("cut by the venue: fault cut");
            assertThat(report.connections().get(0).end()).isEmpty();
            StreamReport stream = report.streams().get("chzusdt@aggTrade");
            assertThat(stream.sent() + stream.unheard()).isEqualTo(COUNT);
            assertThat(report.unsentTrades().get("CHZUSDT")).containsExactly(new IdRange(100 + stream.sent(), 139));
        }
    }

    @Test
    void closeHasItsCode() throws Exception {
        try (LocalVenue venue = start("{at: 500ms, fault: close, code: 1008}")) {
            assertThat(trades(venue).awaitEnd()).isEqualTo(1_008);
        }
    }

    @Test
    void halfOpenSocketIsDeafAndMuteUntilItIsCut() throws Exception {
        try (LocalVenue venue = start("{at: 1s, for: 2s, fault: half-open, stream: chzusdt@aggTrade}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            trades.next(5);
            trades.awaitEnd();
            awaitEnd(venue);
            assertThat(venue.report().connections().get(1).framesByStream())
                    .hasEntrySatisfying(
                            "chzusdt@aggTrade", sent -> assertThat(sent).isBetween(5L, 15L));
            assertThat(venue.report().connections().get(1).end())
                    .isEqualTo("cut by the venue: fault half-open has ended");
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
        }
    }

    @Test
    void stalledSocketAnswersAndSendsNoData() throws Exception {
        try (LocalVenue venue = start("{at: 1s, for: 2s, fault: silent-stall, route: market}")) {
            Client trades = trades(venue);
            Until.holds(() -> venue.report().faults().containsKey("silent-stall"));
            List<String> before = trades.beforeAnswer();
            assertThat(trades.beforeAnswer()).isEmpty();
            // Who comes anew is heard: only the sockets that were there are stalled.
            Client fresh = trades(venue);
            assertThat(fresh.next()).contains("aggTrade");
            awaitEnd(venue);
            assertThat(trades.beforeAnswer()).isNotEmpty().hasSizeLessThan(COUNT - before.size());
            assertThat(trades.isEnded()).isFalse();
        }
    }

    @Test
    void subscriptionsAreAcknowledgedAndSilent() throws Exception {
        try (LocalVenue venue = start("{at: 0s, for: 1h, fault: ack-without-data, symbol: CHZUSDT}")) {
            Client quotes = quotes(venue);
            Until.holds(() -> venue.report().faults().containsKey("ack-without-data"));
            Client trades = trades(venue);
            awaitEnd(venue);
            assertThat(trades.beforeAnswer()).isEmpty();
            assertThat(quotes.beforeAnswer()).hasSize(COUNT);
            assertThat(venue.report().faults().get("ack-without-data").effects())
                    .isEqualTo(1);
        }
    }

    @Test
    void garbageStandsBetweenTwoFrames() throws Exception {
        try (LocalVenue venue = start("{at: 1s, every: 1s, fault: garbage, route: market}")) {
            Client trades = trades(venue);
            awaitEnd(venue);
            List<String> all = trades.beforeAnswer();
            assertThat(all).filteredOn(text -> !text.endsWith("}}")).hasSize(2 + 1);
            assertThat(all).filteredOn(text -> text.endsWith("}}")).hasSize(COUNT);
        }
    }

    @Test
    void oversizedFrameIsOneFrame() throws Exception {
        try (LocalVenue venue = start("{at: 1s, fault: oversized, route: market}")) {
            Client trades = trades(venue);
            awaitEnd(venue);
            List<String> all = trades.beforeAnswer();
            assertThat(all).filteredOn(text -> text.length() == 20_000_000).hasSize(1);
            assertThat(all).hasSize(COUNT + 1);
        }
    }

    @Test
    void slowReaderAnswersLate() throws Exception {
        try (LocalVenue venue = start("{at: 0s, for: 1h, fault: slow-read, pause: 300ms}")) {
            Client trades = trades(venue);
            Until.holds(() -> venue.report().faults().containsKey("slow-read"));
            trades.beforeAnswer();
            long askedNs = System.nanoTime();
            trades.beforeAnswer();
            assertThat(System.nanoTime() - askedNs).isGreaterThan(200_000_000L);
        }
    }

    @Test
    void restartCutsEveryoneAndComesBackOnItsPort() throws Exception {
        try (LocalVenue venue = start("{at: 1s, for: 1s, fault: restart}")) {
            Client quotes = quotes(venue);
            Client trades = trades(venue);
            trades.awaitEnd();
            quotes.awaitEnd();
            assertThat(clients.tryConnect(venue, "/market/stream")).satisfies(refused -> {
                Until.holds(refused::isComplete);
                assertThat(refused.failed()).isTrue();
            });
            Until.holds(() -> {
                var attempt = clients.tryConnect(venue, "/market/stream");
                Until.holds(attempt::isComplete);
                return attempt.succeeded();
            });
            assertThat(trades(venue).next()).contains("aggTrade");
            assertThat(clients.get(venue, "/fapi/v1/ping").body()).isEqualTo("{}");
            assertThat(venue.report().faults().get("restart")).isEqualTo(new FaultReport(1, 2));
        }
    }

    @Test
    void failingHandshakeOfAPlainVenueEndsNewConnections() throws Exception {
        try (LocalVenue venue = start("{at: 1s, for: 1s, fault: tls-failure}")) {
            Client trades = trades(venue);
            Until.holds(() -> venue.report().faults().containsKey("tls-failure"));
            var attempt = clients.tryConnect(venue, "/market/stream");
            Until.holds(attempt::isComplete);
            assertThat(attempt.failed()).isTrue();
            awaitEnd(venue);
            assertThat(trades.beforeAnswer()).hasSize(COUNT);
            clients.connect(venue, "/market/stream");
        }
    }
}
