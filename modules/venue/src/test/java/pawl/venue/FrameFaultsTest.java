package pawl.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten trades of a symbol, one each 100 ms, with the ids 1 to 10 from 0 ms on; and one of another symbol. */
final class FrameFaultsTest {
    private static final VenueSettings FAST =
            VenueSettings.onLoopback(Double.POSITIVE_INFINITY).withStart(true, 20);
    private static final Pattern ID = Pattern.compile("\"a\":(\\d+),");

    private final Clients clients = new Clients();
    private VenueReport report = new Tally().report(List.of(), 0);

    @AfterEach
    void closeClients() {
        clients.close();
    }

    private static MarketTape market() {
        MarketTape market = new MarketTape();
        for (int id = 1; id <= 10; id++) {
            market.trade("CHZUSDT", id, (id - 1) * 100L);
        }
        return market.trade("PSGUSDT", 77, 950);
    }

    private List<String> play(String fault) throws Exception {
        FaultScript script = FaultScript.parse("test.yaml", "faults:\n  - " + fault + "\n");
        try (LocalVenue venue = LocalVenue.start(market().frames(), script, FAST)) {
            Client client = clients.connect(venue, "/market/stream?streams=chzusdt@aggTrade/psgusdt@aggTrade");
            venue.played().toCompletableFuture().get();
            List<String> texts = client.beforeAnswer();
            report = venue.report();
            return texts;
        }
    }

    private static List<Integer> ids(List<String> texts) {
        return texts.stream()
                .map(ID::matcher)
                .map(matcher -> matcher.find() ? Integer.parseInt(matcher.group(1)) : -1)
                .toList();
    }

    private long effects(String fault) {
        return report.faults().get(fault).effects();
    }

    private StreamReport stream() {
        return report.streams().get("chzusdt@aggTrade");
    }

    @Test
    void duplicateIsSentTwiceAndCountedApart() throws Exception {
        assertThat(ids(play("{at: 250ms, fault: duplicate, symbol: chzusdt, count: 2}")))
                .containsExactly(1, 2, 3, 4, 4, 5, 5, 6, 7, 8, 9, 10, 77);
        assertThat(stream()).isEqualTo(new StreamReport(10, 10, 2, 0));
        assertThat(effects("duplicate")).isEqualTo(2);
    }

    @Test
    void reorderedFrameComesAfterTheNextOfItsStream() throws Exception {
        assertThat(ids(play("{at: 250ms, every: 400ms, fault: reorder, stream: chzusdt@aggTrade}")))
                .containsExactly(1, 2, 3, 5, 4, 6, 7, 9, 8, 10, 77);
        assertThat(effects("reorder")).isEqualTo(2);
    }

    @Test
    void lastFrameThatWaitsForAnotherIsSentAtTheEnd() throws Exception {
        assertThat(ids(play("{at: 900ms, fault: reorder, symbol: CHZUSDT}")))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 77, 10);
        assertThat(stream().sent()).isEqualTo(10);
    }

    @Test
    void lateFrameIsOvertaken() throws Exception {
        assertThat(ids(play("{at: 250ms, fault: late, delay: 250ms}")))
                .containsExactly(1, 2, 3, 5, 6, 4, 7, 8, 9, 10, 77);
        assertThat(ids(play("{at: 850ms, fault: late, delay: 1h}"))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 77, 10);
        assertThat(effects("late")).isEqualTo(1);
    }

    @Test
    void skewedClockMovesEventAndTradeTimes() throws Exception {
        List<String> texts = play("{at: 250ms, for: 200ms, fault: clock-skew, ms: -2000}");
        assertThat(texts.get(2)).isEqualTo(MarketTape.tradeText("CHZUSDT", 3, 200));
        assertThat(texts.get(3)).isEqualTo(skewed(4, 300));
        assertThat(texts.get(4)).isEqualTo(skewed(5, 400));
        assertThat(texts.get(5)).isEqualTo(MarketTape.tradeText("CHZUSDT", 6, 500));
        assertThat(effects("clock-skew")).isEqualTo(2);
    }

    private static String skewed(int id, long afterMs) {
        long timeMs = MarketTape.START_MS + afterMs;
        return MarketTape.tradeText("CHZUSDT", id, afterMs)
                .replace(Long.toString(timeMs), Long.toString(timeMs - 2_000))
                .replace(Long.toString(timeMs - 150), Long.toString(timeMs - 2_150));
    }

    @Test
    void skewWithoutAnEndStays() throws Exception {
        play("{at: 500ms, fault: clock-skew, ms: 1500}");
        assertThat(effects("clock-skew")).isEqualTo(6);
    }

    @Test
    void fieldIsRenamed() throws Exception {
        List<String> texts = play("{at: 250ms, fault: renamed-field, field: p, to: price}");
        assertThat(texts.get(3))
                .isEqualTo(MarketTape.tradeText("CHZUSDT", 4, 300).replace("\"p\":", "\"price\":"));
        assertThat(ids(texts)).hasSize(11);
        assertThat(effects("renamed-field")).isEqualTo(1);
    }

    @Test
    void fieldIsNull() throws Exception {
        List<String> texts = play("{at: 250ms, fault: null-field, field: q, count: 3}");
        assertThat(texts.get(3))
                .isEqualTo(MarketTape.tradeText("CHZUSDT", 4, 300).replace("\"q\":\"316\"", "\"q\":null"));
        assertThat(texts).filteredOn(text -> text.contains("null")).hasSize(3);
    }

    /** A trade whose id is spoilt was sent all the same, and is not among those that nobody was told of. */
    @Test
    void spoiltIdsCountAsSent() throws Exception {
        play("{at: 0s, for: 1h, fault: null-field, field: a}");
        assertThat(stream().sent()).isEqualTo(10);
        assertThat(report.unsentTrades()).isEmpty();
    }

    @Test
    void fieldThatIsNotThereIsWaitedFor() throws Exception {
        List<String> texts = play("{at: 0s, fault: null-field, field: zz, count: 1}");
        assertThat(texts).noneMatch(text -> text.contains("null"));
        assertThat(report.faults().get("null-field")).isEqualTo(new FaultReport(1, 0));
    }

    @Test
    void delistedSymbolEndsAndTheOthersGoOn() throws Exception {
        assertThat(ids(play("{at: 350ms, fault: delisting, symbol: chzusdt}"))).containsExactly(1, 2, 3, 4, 77);
        assertThat(stream()).isEqualTo(new StreamReport(4, 4, 0, 0));
        assertThat(effects("delisting")).isEqualTo(6);
    }

    @Test
    void faultOfOneRouteLeavesTheOtherAlone() throws Exception {
        assertThat(ids(play("{at: 0s, for: 1h, fault: duplicate, route: public}")))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 77);
    }
}
