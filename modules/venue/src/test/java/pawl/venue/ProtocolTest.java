package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProtocolTest {
    private static final VenueSettings FAST = VenueSettings.onLoopback(Double.POSITIVE_INFINITY)
            .withStart(true, 20)
            .withSymbols(List.of("CHZUSDT"));

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static MarketTape market() {
        return new MarketTape()
                .trade("CHZUSDT", 50, 0)
                .quote("CHZUSDT", 900, 5)
                .markPrice("CHZUSDT", "0.07250100", 10)
                .trade("PSGUSDT", 7, 15)
                .trade("CHZUSDT", 51, 20);
    }

    @Test
    void combinedSocketGetsEnvelopesByteForByte() throws Exception {
        MarketTape market = market();
        try (LocalVenue venue = LocalVenue.start(market.frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/stream").subscribed("chzusdt@aggTrade", "psgusdt@aggTrade");
            assertThat(client.next(3))
                    .containsExactly(
                            market.texts().get(0),
                            market.texts().get(3),
                            market.texts().get(4));
        }
    }

    @Test
    void rawSocketGetsPayloadsOfTheStreamsInItsAddress() throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/ws/chzusdt@aggTrade/psgusdt@aggTrade");
            assertThat(client.next(3))
                    .containsExactly(
                            MarketTape.tradeData("CHZUSDT", 50, 0),
                            MarketTape.tradeData("PSGUSDT", 7, 15),
                            MarketTape.tradeData("CHZUSDT", 51, 20));
        }
    }

    @Test
    void envelopeNamesTheStreamAsTheClientDid() throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@markPrice@1s");
            assertThat(client.next())
                    .startsWith("{\"stream\":\"chzusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",")
                    .endsWith(",\"st\":1}}");
        }
    }

    /** A0.1 of the venue's facts: acknowledged, and then nothing. */
    @ParameterizedTest
    @CsvSource({
        "/public/stream, chzusdt@aggTrade, 0",
        "/public/stream, chzusdt@bookTicker, 1",
        "/market/stream, chzusdt@bookTicker, 0",
        "/market/stream, chzusdt@aggTrade, 2",
        "/stream, chzusdt@aggTrade, 0",
        "/stream, chzusdt@markPrice, 0",
        "/stream, chzusdt@bookTicker, 1"
    })
    void streamsOfAnotherRouteAreAcknowledgedAndSilent(String path, String stream, int frames) throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, path).subscribed(stream);
            venue.played().toCompletableFuture().get();
            assertThat(client.beforeAnswer()).hasSize(frames);
            assertThat(venue.report().subscribes()).isEqualTo(1);
        }
    }

    @Test
    void listsAndEndsSubscriptions() throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST.withStart(true, 60_000))) {
            Client client = clients.connect(venue, "/market/ws").subscribed("chzusdt@aggTrade", "psgusdt@aggTrade");
            client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
            assertThat(client.next()).isEqualTo("{\"result\":[\"chzusdt@aggTrade\",\"psgusdt@aggTrade\"],\"id\":3}");
            client.say("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"chzusdt@aggTrade\"],\"id\":312}");
            assertThat(client.next()).isEqualTo("{\"result\":null,\"id\":312}");
            client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":4}");
            assertThat(client.next()).isEqualTo("{\"result\":[\"psgusdt@aggTrade\"],\"id\":4}");
        }
    }

    @Test
    void envelopeIsAPropertyOfTheSocket() throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/ws");
            client.say("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":5}");
            assertThat(client.next()).isEqualTo("{\"result\":null,\"id\":5}");
            client.say("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":6}");
            assertThat(client.next()).isEqualTo("{\"result\":true,\"id\":6}");
            client.subscribed("chzusdt@aggTrade");
            assertThat(client.next()).isEqualTo(MarketTape.tradeText("CHZUSDT", 50, 0));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                                  | 3 | Invalid JSON",
                "{}                                                        | 2 | missing field `method`",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"]}           | 2 | request ID must be an unsigned integer",
                "{\"method\":\"SUBSCRIBE\",\"params\":[\"a@b\"],\"id\":-1} | 2 | request ID must be an unsigned integer",
                "{\"method\":\"SUBSCRIBE\",\"params\":\"a@b\",\"id\":1}    | 2 | params must be an array",
                "{\"method\":\"PUBLISH\",\"id\":1}                         | 2 | unknown variant",
                "{\"method\":\"SET_PROPERTY\",\"params\":[\"x\"],\"id\":1} | 0 | Unknown property",
                "{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",1],\"id\":1} | 1 | Invalid value type"
            })
    void badRequestsAreAnsweredWithTheirCode(String request, int code, String message) throws Exception {
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST)) {
            Client client = clients.connect(venue, "/market/ws").say(request);
            assertThat(client.next())
                    .startsWith("{\"code\":" + code + ",\"msg\":\"")
                    .contains(message);
        }
    }

    @Test
    void pingsAreSentAndTheirPongsCounted() throws Exception {
        VenueLimits limits = Limits.with(Duration.ofHours(24), Duration.ofMillis(30), Duration.ofSeconds(5));
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST.withLimits(limits))) {
            Client client = clients.connect(venue, "/market/ws");
            Until.holds(() -> venue.report().pongs() >= 2);
            assertThat(client.isEnded()).isFalse();
            assertThat(client.pings()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void socketIsClosedAtItsAge() throws Exception {
        VenueLimits limits = Limits.with(Duration.ofMillis(80), Duration.ofMinutes(3), Duration.ofMinutes(10));
        try (LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST.withLimits(limits))) {
            assertThat(clients.connect(venue, "/market/ws").awaitEnd()).isEqualTo(1_001);
            assertThat(venue.report().limitsBroken()).containsEntry("connection-life", 1L);
        }
    }

    @Test
    void venueSaysGoodbyeWhenItCloses() throws Exception {
        LocalVenue venue = LocalVenue.start(market().frames(), FaultScript.none(), FAST);
        Client client = clients.connect(venue, "/public/ws");
        venue.close();
        venue.close();
        assertThat(client.awaitEnd()).isEqualTo(1_001);
        assertThat(venue.report().connects()).isEqualTo(1);
    }
}
