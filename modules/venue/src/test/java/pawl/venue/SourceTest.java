package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the frames of a capture, whoever recorded it. */
final class SourceTest {
    private static final VenueSettings FAST =
            VenueSettings.onLoopback(Double.POSITIVE_INFINITY).withStart(true, 20);

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void messagesWithoutAnEnvelopeGetOne() throws Exception {
        MarketTape market = new MarketTape()
                .raw("BINANCE_FUTURES.ws.1", 0, MarketTape.tradeData("CHZUSDT", 5, 0))
                .raw("", 5, "{\"e\":\"forceOrder\",\"E\":1,\"o\":{\"s\":\"CHZUSDT\",\"S\":\"SELL\"}}");
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), FAST)) {
            Client client =
                    clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade", "chzusdt@forceOrder");
            assertThat(client.next()).isEqualTo(MarketTape.tradeText("CHZUSDT", 5, 0));
            assertThat(client.next())
                    .isEqualTo("{\"stream\":\"chzusdt@forceOrder\",\"data\":"
                            + market.texts().get(1) + "}");
        }
    }

    @Test
    void whatNoClientCanBeToldIsCounted() throws Exception {
        MarketTape market = new MarketTape()
                .raw("binance/market", 0, "{\"result\":null,\"id\":1}")
                .raw("bybit/linear", 1, "{\"stream\":\"chzusdt@aggTrade\",\"data\":{}}")
                .raw("binance/market", 2, "{\"stream\":\"chzusdt@aggTrade\",\"data\":{\"a\":")
                .raw("binance/market", 3, "{\"stream\":\"chzusdt@agg")
                .raw("binance/rest", 4, "<html>")
                .raw("binance/rest", 5, "")
                .trade("CHZUSDT", 9, 6);
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade");
            assertThat(client.next()).isEqualTo(MarketTape.tradeText("CHZUSDT", 9, 6));
            assertThat(venue.report().framesSkipped()).isEqualTo(6);
        }
    }

    /** A merged source may step back a little. */
    @Test
    void marketTimeNeverStepsBack() throws Exception {
        MarketTape market = new MarketTape().trade("CHZUSDT", 1, 50).trade("CHZUSDT", 2, 0);
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), FAST.withStart(false, 1))) {
            venue.played().toCompletableFuture().get();
            assertThat(clients.get(venue, "/fapi/v1/time").body())
                    .isEqualTo("{\"serverTime\":" + (MarketTape.START_MS + 50) + "}");
        }
    }

    @Test
    void closeEndsAWaitAndClosesTheSource() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        VenueFrames endless =
                new ForwardedFrames(new MarketTape().trade("CHZUSDT", 1, 0).frames()) {
                    private boolean isFirst = true;

                    @Override
                    public boolean next() {
                        if (isFirst) {
                            isFirst = false;
                            return super.next();
                        }
                        return true;
                    }

                    @Override
                    public void close() {
                        closed.complete(null);
                    }
                };
        LocalVenue venue = LocalVenue.start(endless, FaultScript.none(), FAST);
        assertThat(venue.isPlayed()).isFalse();
        venue.close();
        assertThatThrownBy(() -> venue.played().toCompletableFuture().get())
                .hasCauseInstanceOf(CancellationException.class);
        closed.get(10, TimeUnit.SECONDS);
    }
}
