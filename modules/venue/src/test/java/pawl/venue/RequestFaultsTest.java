package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RequestFaultsTest {
    private static final String OPEN_INTEREST = "/fapi/v1/openInterest?symbol=CHZUSDT";

    private final Clients clients = new Clients();

    @AfterEach
    void closeClients() {
        clients.close();
    }

    /** With its market played, and every fault that has no end still open. */
    private LocalVenue start(String fault) throws Exception {
        MarketTape market = new MarketTape()
                .trade("CHZUSDT", 5, 0)
                .openInterest("CHZUSDT", "120500300", 100)
                .trade("CHZUSDT", 6, 200);
        LocalVenue venue = LocalVenue.start(
                market.frames(),
                FaultScript.parse("test.yaml", "faults:\n  - " + fault + "\n"),
                VenueSettings.onLoopback(Double.POSITIVE_INFINITY).withStart(false, 1));
        venue.played().toCompletableFuture().get();
        return venue;
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() throws Exception {
        try (LocalVenue venue = start("{at: 0s, fault: rest-429, retry-after: 7s, count: 2}")) {
            Clients.Answer answer = clients.get(venue, OPEN_INTEREST);
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.header("Retry-After")).isEqualTo("7");
            assertThat(answer.body()).startsWith("{\"code\":-1003,");
            assertThat(clients.get(venue, OPEN_INTEREST).status()).isEqualTo(429);
            assertThat(clients.get(venue, OPEN_INTEREST).status()).isEqualTo(200);
            assertThat(venue.report().restAnswers().get("/fapi/v1/openInterest"))
                    .containsEntry(429, 2L)
                    .containsEntry(200, 1L);
        }
    }

    @Test
    void banSaysUntilWhen() throws Exception {
        try (LocalVenue venue = start("{at: 0s, fault: rest-418, path: /fapi/v1/openInterest}")) {
            assertThat(clients.get(venue, "/fapi/v1/ping").status()).isEqualTo(200);
            Clients.Answer answer = clients.get(venue, OPEN_INTEREST);
            assertThat(answer.status()).isEqualTo(418);
            assertThat(answer.header("Retry-After")).isEqualTo("120");
            assertThat(answer.body()).contains("-1003").contains("IP banned until ");
        }
    }

    @Test
    void pageForPeopleHasAnyStatus() throws Exception {
        try (LocalVenue venue = start("{at: 0s, fault: rest-html, status: 200}")) {
            Clients.Answer answer = clients.get(venue, OPEN_INTEREST);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html");
            assertThat(answer.body()).startsWith("<html>");
        }
    }

    @Test
    void requestStaysUnanswered() throws Exception {
        try (LocalVenue venue = start("{at: 0s, fault: rest-timeout, symbol: chzusdt}")) {
            Future<Clients.Answer> unanswered = clients.tryGet(venue, OPEN_INTEREST);
            Until.holds(() -> venue.report().restAnswers().containsKey("/fapi/v1/openInterest"));
            assertThat(clients.get(venue, OPEN_INTEREST).status()).isEqualTo(200);
            assertThat(unanswered.isComplete()).isFalse();
            assertThat(venue.report().restAnswers().get("/fapi/v1/openInterest"))
                    .containsEntry(0, 1L);
        }
    }

    @Test
    void answersAreSpoiltAsFramesAre() throws Exception {
        for (List<String> each : List.of(
                List.of(
                        "{at: 0s, fault: null-field, field: openInterest, path: /fapi/v1/openInterest}",
                        "\"openInterest\":null"),
                List.of(
                        "{at: 0s, fault: renamed-field, field: time, to: ts, path: /fapi/v1/openInterest}",
                        "\"ts\":1791391080020"),
                List.of(
                        "{at: 0s, fault: clock-skew, ms: 5000, path: /fapi/v1/openInterest}",
                        "\"time\":1791391085020"))) {
            try (LocalVenue venue = start(each.get(0))) {
                assertThat(clients.get(venue, OPEN_INTEREST).body()).contains(each.get(1));
            }
        }
    }

    @Test
    void delistedSymbolIsSettling() throws Exception {
        try (LocalVenue venue = start("{at: 0s, fault: delisting, symbol: CHZUSDT}")) {
            assertThat(clients.get(venue, "/fapi/v1/exchangeInfo").body()).contains("\"status\":\"SETTLING\"");
            Clients.Answer answer = clients.get(venue, OPEN_INTEREST);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"code\":-4108,");
        }
    }
}
