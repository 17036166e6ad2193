package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static final int MANY = 1_000_000;

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static LocalVenue start(VenueLimits limits) {
        return LocalVenue.start(
                new MarketTape().trade("CHZUSDT", 5, 0).frames(),
                FaultScript.none(),
                VenueSettings.onLoopback(1).withLimits(limits));
    }

    @Test
    void eleventhMessageOfASecondClosesTheSocket() throws Exception {
        try (LocalVenue venue = start(VenueLimits.ofBinance())) {
            Client client = clients.connect(venue, "/market/ws");
            for (int i = 0; i < 11; i++) {
                client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
            }
            assertThat(client.next(10)).last().asString().contains("\"id\":9");
            assertThat(client.awaitEnd()).isEqualTo(1_008);
            assertThat(venue.report().limitsBroken()).containsEntry("messages-per-second", 1L);
        }
    }

    @Test
    void streamsOfASocketAreLimited() throws Exception {
        try (LocalVenue venue = start(Limits.with(10, 2, MANY, MANY, MANY, 10))) {
            Client client = clients.connect(venue, "/market/ws").subscribed("a@aggTrade", "b@aggTrade");
            assertThat(client.subscribe("c@aggTrade").next()).contains("too many streams");
            assertThat(clients.connect(venue, "/market/ws/a@aggTrade/b@aggTrade/c@aggTrade")
                            .awaitEnd())
                    .isEqualTo(1_008);
            assertThat(venue.report().limitsBroken()).containsEntry("streams-per-connection", 2L);
        }
    }

    @Test
    void connectsOfAnAddressAreLimited() throws Exception {
        try (LocalVenue venue = start(Limits.with(10, 10, 3, MANY, MANY, 10))) {
            for (int i = 0; i < 3; i++) {
                clients.connect(venue, "/market/ws");
            }
            var refused = clients.tryConnect(venue, "/market/ws");
            Until.holds(refused::isComplete);
            assertThat(refused.cause()).hasMessageContaining("429");
            assertThat(venue.report().limitsBroken()).containsEntry("connects-per-five-minutes", 1L);
            assertThat(venue.report().connects()).isEqualTo(3);
        }
    }

    @Test
    void weightIsToldAndThenRefusedAndThenPunished() throws Exception {
        try (LocalVenue venue = start(Limits.with(10, 10, MANY, 42, MANY, 10))) {
            assertThat(clients.get(venue, "/fapi/v1/ping").header("X-MBX-USED-WEIGHT-1M"))
                    .isEqualTo("1");
            assertThat(clients.get(venue, "/fapi/v1/aggTrades?symbol=CHZUSDT").header("X-MBX-USED-WEIGHT-1M"))
                    .isEqualTo("21");
            assertThat(clients.get(venue, "/fapi/v1/premiumIndex").header("X-MBX-USED-WEIGHT-1M"))
                    .isEqualTo("31");
            Clients.Answer refused = clients.get(venue, "/fapi/v1/aggTrades?symbol=CHZUSDT");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            for (int i = 0; i < 9; i++) {
                assertThat(clients.get(venue, "/fapi/v1/ping").status()).isEqualTo(429);
            }
            Clients.Answer banned = clients.get(venue, "/fapi/v1/ping");
            assertThat(banned.status()).isEqualTo(418);
            assertThat(Integer.parseInt(banned.header("Retry-After"))).isBetween(100, 120);
            assertThat(venue.report().limitsBroken())
                    .containsEntry("weight-per-minute", 10L)
                    .containsEntry("ban", 1L);
        }
    }

    @Test
    void whoDoesNotReadIsCutAtAPace() throws Exception {
        MarketTape market = new MarketTape();
        String padding = "x".repeat(20_000);
        for (int i = 0; i < 1_000; i++) {
            market.raw(
                    "binance/market",
                    0,
                    "{\"stream\":\"chzusdt@aggTrade\",\"data\":{\"a\":" + i + ",\"x\":\"" + padding + "\"}}");
        }
        VenueSettings settings =
                VenueSettings.onLoopback(1).withStart(true, 50).withLimits(Limits.with(10, 10, 10, 10, 100_000, 10));
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), settings)) {
            Client client = clients.connect(venue, "/market/stream");
            client.pause();
            client.subscribe("chzusdt@aggTrade");
            Until.holds(() -> venue.report().limitsBroken().containsKey("outgoing-bytes"));
            assertThat(venue.report().connections().getFirst().end())
                    .isEqualTo("cut by the venue: it reads too slowly");
        }
    }

    /** A bare TCP connection that upgrades and then says nothing, not even pong. */
    @Test
    void whoDoesNotPongIsClosed() throws Exception {
        VenueLimits limits = Limits.with(Duration.ofHours(24), Duration.ofMillis(30), Duration.ofMillis(100));
        try (LocalVenue venue = start(limits)) {
            // A client that nobody holds is closed when it is collected.
            NetClient client = clients.vertx().createNetClient();
            NetSocket socket = Clients.await(
                    client.connect(venue.restUri().getPort(), venue.restUri().getHost()));
            Buffer heard = Buffer.buffer();
            CompletableFuture<Void> end = new CompletableFuture<>();
            socket.handler(heard::appendBuffer);
            socket.closeHandler(ignored -> end.complete(null));
            Clients.await(
                    socket.write("GET /market/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
            end.get(10, TimeUnit.SECONDS);
            Clients.await(client.close());
            assertThat(new String(heard.getBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 101 ")
                    .containsIgnoringCase("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                    .endsWith("Pong timeout");
            assertThat(venue.report().limitsBroken()).containsEntry("pong-timeout", 1L);
        }
    }
}
