package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bodies as Binance documents them, from a market that was played: 20 trades of which 12 are kept. */
final class RestTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long START = MarketTape.START_MS;

    private final Clients clients = new Clients();
    private LocalVenue venue = venue();

    private static LocalVenue venue() {
        MarketTape market = new MarketTape().openInterest("CHZUSDT", "120500300", 10);
        for (int id = 1; id <= 20; id++) {
            market.trade("CHZUSDT", id, id * 100L);
        }
        market.markPrice("CHZUSDT", "0.07250100", 2_100)
                .openInterest("CHZUSDT", "120500400", 2_200)
                .raw(
                        "binance/rest",
                        2_300,
                        "[{\"symbol\":\"CHZUSDT\",\"fundingTime\":1791360000000,\"fundingRate\":\"0.00010000\",\"markPrice\":\"0.07\"},"
                                + "{\"symbol\":\"CHZUSDT\",\"fundingTime\":1791388800000,\"fundingRate\":\"-0.00020000\",\"markPrice\":\"0.08\"}]")
                .raw(
                        "binance/rest",
                        2_400,
                        "{\"backfill\":\"PSGUSDT\",\"trades\":[{\"a\":7,\"p\":\"2.10\",\"q\":\"3\",\"f\":70,\"l\":71,\"T\":1791391080000,\"m\":false}]}")
                .raw("binance/rest", 2_500, "{\"nobody\":\"knows\"}")
                .trade("PSGUSDT", 8, 2_600);
        return LocalVenue.start(
                market.frames(),
                FaultScript.none(),
                VenueSettings.onLoopback(Double.POSITIVE_INFINITY)
                        .withStart(false, 1)
                        .withSymbols(List.of("barusdt"))
                        .withLimits(Limits.with(10, 10, 10, 100_000, 1_000_000, 12)));
    }

    @BeforeEach
    void play() throws Exception {
        venue.played().toCompletableFuture().get();
    }

    @AfterEach
    void close() {
        clients.close();
        venue.close();
    }

    private JsonNode get(String pathAndQuery) {
        Clients.Answer answer = clients.get(venue, pathAndQuery);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        return MAPPER.readTree(answer.body());
    }

    @Test
    void pingAndTime() {
        assertThat(get("/fapi/v1/ping").toString()).isEqualTo("{}");
        assertThat(get("/fapi/v1/time").toString()).isEqualTo("{\"serverTime\":" + (START + 2_600) + "}");
    }

    @Test
    void tradesFromAnIdOn() {
        JsonNode rows = get("/fapi/v1/aggTrades?symbol=CHZUSDT&fromId=15&limit=3");
        assertThat(ids(rows)).containsExactly(15, 16, 17);
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"a\":15,\"p\":\"0.07251\",\"q\":\"316\",\"nq\":\"300\",\"f\":30,\"l\":31,\"T\":"
                        + (START + 1_500 - 150) + ",\"m\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "symbol=CHZUSDT&fromId=1                  | 9-20",
                "symbol=chzusdt&limit=2                   | 19-20",
                "symbol=CHZUSDT                           | 9-20",
                "symbol=CHZUSDT&fromId=21                 | 21-20",
                "symbol=CHZUSDT&startTime=1791391081450&endTime=1791391081650 | 16-18",
                "symbol=BARUSDT                           | 1-0",
                "symbol=PSGUSDT&fromId=1                  | 7-8"
            })
    void tradesByIdAndByTime(String query, String range) {
        int from = Integer.parseInt(range.split("-")[0]);
        int to = Integer.parseInt(range.split("-")[1]);
        assertThat(ids(get("/fapi/v1/aggTrades?" + query)))
                .isEqualTo(IntStream.rangeClosed(from, to).boxed().toList());
    }

    private static List<Integer> ids(JsonNode rows) {
        return rows.values().stream().map(row -> row.path("a").asInt()).toList();
    }

    @Test
    void tapeForgetsWhatIsAnHourOld() {
        TradeTape tape = new TradeTape(100);
        for (long id = 1; id <= 5; id++) {
            byte[] json = MarketTape.tradeData("CHZUSDT", id, id * 1_000_000).getBytes(StandardCharsets.UTF_8);
            tape.put(id, new TapedTrade(json, 0, json.length));
        }
        assertThat(tape.latest(100))
                .extracting(trade -> trade.number(JsonScan.key("a")))
                .containsExactly(2L, 3L, 4L, 5L);
    }

    @Test
    void openInterestIsTheLatestPollOfTheSource() {
        assertThat(get("/fapi/v1/openInterest?symbol=CHZUSDT").toString())
                .isEqualTo("{\"openInterest\":\"120500400\",\"symbol\":\"CHZUSDT\",\"time\":" + (START + 2_120) + "}");
    }

    @Test
    void premiumIndexComesFromTheMarkPrice() {
        String row = "{\"symbol\":\"CHZUSDT\",\"markPrice\":\"0.07250100\",\"indexPrice\":\"0.07248000\","
                + "\"estimatedSettlePrice\":\"0.07249000\",\"lastFundingRate\":\"0.00010000\",\"interestRate\":\"0.00010000\","
                + "\"nextFundingTime\":" + (START + 3_600_000) + ",\"time\":" + (START + 2_100) + "}";
        assertThat(get("/fapi/v1/premiumIndex?symbol=CHZUSDT").toString()).isEqualTo(row);
        assertThat(get("/fapi/v1/premiumIndex").toString()).isEqualTo("[" + row + "]");
    }

    @Test
    void fundingRatesAreThoseThatTheSourceHas() {
        assertThat(get("/fapi/v1/fundingRate?symbol=CHZUSDT&limit=1").toString())
                .isEqualTo(
                        "[{\"symbol\":\"CHZUSDT\",\"fundingTime\":1791388800000,\"fundingRate\":\"-0.00020000\",\"markPrice\":\"0.08\"}]");
        assertThat(get("/fapi/v1/fundingRate").size()).isEqualTo(2);
        assertThat(get("/fapi/v1/fundingRate?startTime=1791360000000&limit=1")
                        .path(0)
                        .path("fundingTime")
                        .asLong())
                .isEqualTo(1_791_360_000_000L);
        assertThat(get("/fapi/v1/fundingInfo").toString()).isEqualTo("[]");
    }

    @Test
    void exchangeInfoListsEverySymbolWithItsFilters() {
        JsonNode info = get("/fapi/v1/exchangeInfo");
        assertThat(info.path("serverTime").asLong()).isEqualTo(START + 2_600);
        List<JsonNode> symbols = info.path("symbols").values().stream().toList();
        assertThat(symbols)
                .extracting(symbol -> symbol.path("symbol").asString())
                .containsExactly("BARUSDT", "CHZUSDT", "PSGUSDT");
        JsonNode chz = symbols.get(1);
        assertThat(chz.path("status").asString()).isEqualTo("TRADING");
        assertThat(chz.path("contractType").asString()).isEqualTo("PERPETUAL");
        assertThat(chz.path("baseAsset").asString()).isEqualTo("CHZ");
        assertThat(chz.path("quoteAsset").asString()).isEqualTo("USDT");
        assertThat(chz.path("filters").get(0).path("tickSize").asString()).isEqualTo("0.00001");
        assertThat(chz.path("filters").get(1).path("stepSize").asString()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "/fapi/v1/aggTrades,                      400, -1102",
        "/fapi/v1/aggTrades?symbol=NOUSDT,        400, -1121",
        "/fapi/v1/openInterest,                   400, -1102",
        "/fapi/v1/openInterest?symbol=NOUSDT,     400, -1121",
        "/fapi/v1/openInterest?symbol=PSGUSDT,    503, -1001",
        "/fapi/v1/premiumIndex?symbol=NOUSDT,     400, -1121",
        "/fapi/v1/premiumIndex?symbol=PSGUSDT,    503, -1001",
        "/fapi/v1/fundingRate?symbol=NOUSDT,      400, -1121",
        "/fapi/v1/depth?symbol=CHZUSDT,           404, -5000",
        "/,                                       404, -5000"
    })
    void refusalsHaveBinancesCodes(String pathAndQuery, int status, int code) {
        Clients.Answer answer = clients.get(venue, pathAndQuery);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"code\":" + code + ",\"msg\":\"");
    }

    @Test
    void bodiesThatNobodyKnowsAreCounted() {
        assertThat(venue.report().framesSkipped()).isEqualTo(1);
    }
}
