package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 600", "4, 150"})
    void framesComeInMarketTime(double pace, long lastMs) throws Exception {
        MarketTape market = new MarketTape();
        for (int i = 0; i <= 6; i++) {
            market.trade("CHZUSDT", i, i * 100L);
        }
        VenueSettings settings = VenueSettings.onLoopback(pace).withStart(true, 100);
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), settings)) {
            assertThat(venue.isPlayed()).isFalse();
            Client client = clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade");
            client.next();
            long firstNs = System.nanoTime();
            client.next(6);
            long tookMs = (System.nanoTime() - firstNs) / 1_000_000;
            // It may be late on a busy machine, and never early.
            assertThat(tookMs).isBetween(lastMs - 60, lastMs + 2_000);
            venue.played().toCompletableFuture().get();
            assertThat(venue.isPlayed()).isTrue();
        }
    }

    @Test
    void asFastAsReadWaitsForASlowReaderAndLosesNothing() throws Exception {
        int count = 60_000;
        MarketTape market = new MarketTape();
        for (int i = 0; i < count; i++) {
            market.trade("CHZUSDT", i, i).quote("CHZUSDT", i, i);
        }
        VenueSettings settings = VenueSettings.onLoopback(Double.POSITIVE_INFINITY)
                .withStart(true, 3_600_000)
                .withLimits(Limits.with(1_000, 10, 10, 10, 1_000, 10));
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), settings)) {
            Client trades = clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade");
            Client quotes = clients.connect(venue, "/public/stream").subscribed("chzusdt@bookTicker");
            trades.pause();
            venue.startMarket();
            // The quotes stop as well: the market waits for the slowest.
            int before = -1;
            int now = 0;
            while (now != before) {
                before = now;
                now += quotes.beforeAnswer().size();
            }
            assertThat(now).isLessThan(count);
            assertThat(venue.isPlayed()).isFalse();
            trades.resume();
            List<String> all = trades.next(count);
            for (int i = 0; i < count; i++) {
                assertThat(all.get(i)).isEqualTo(market.texts().get(2 * i));
            }
            assertThat(quotes.next(count - now)).last().isEqualTo(market.texts().getLast());
            assertThat(venue.report().framesSent()).isEqualTo(2L * count);
            assertThat(venue.report().framesUnheard()).isZero();
        }
    }

    @Test
    void failingSourceFailsTheEndAndNotTheVenue() throws Exception {
        VenueFrames good = new MarketTape().trade("CHZUSDT", 1, 0).frames();
        VenueFrames failing = new ForwardedFrames(good) {
            @Override
            public boolean next() {
                if (!super.next()) {
                    throw new IllegalStateException("the disk is gone");
                }
                return true;
            }
        };
        VenueSettings settings = VenueSettings.onLoopback(1).withStart(false, 1);
        try (LocalVenue venue = LocalVenue.start(failing, FaultScript.none(), settings)) {
            assertThatThrownBy(() -> venue.played().toCompletableFuture().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("the disk is gone");
            assertThat(clients.get(venue, "/fapi/v1/ping").status()).isEqualTo(200);
        }
    }

    @Test
    void emptySourceIsPlayedAtOnce() throws Exception {
        VenueSettings settings = VenueSettings.onLoopback(1).withStart(false, 1);
        try (LocalVenue venue = LocalVenue.start(new MarketTape().frames(), FaultScript.none(), settings)) {
            venue.played().toCompletableFuture().get();
            assertThat(venue.report().framesSent()).isZero();
        }
    }

    @Test
    void portThatIsTakenIsNamed() {
        VenueSettings settings = VenueSettings.onLoopback(1);
        try (LocalVenue venue = LocalVenue.start(new MarketTape().frames(), FaultScript.none(), settings)) {
            int port = venue.restUri().getPort();
            assertThatThrownBy(() ->
                            LocalVenue.start(new MarketTape().frames(), FaultScript.none(), settings.withPort(port)))
                    .isInstanceOf(VenueException.class)
                    .hasMessageStartingWith("the venue cannot listen on 127.0.0.1:" + port + ": ");
        }
    }
}
