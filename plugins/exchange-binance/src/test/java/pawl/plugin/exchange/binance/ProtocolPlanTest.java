package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.Poll;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;

class ProtocolPlanTest {
    private static final double MINUTE_MS = 60_000;

    @Test
    void asksForQuotesAtPublicAndForTheRestAtMarket() {
        FeedPlan plan = Protocols.of("BTCUSDT", "1000PEPEUSDT").plan();
        assertThat(plan.socketBase()).hasToString("wss://fstream.binance.com");
        Map<String, List<String>> namesByPath = new TreeMap<>();
        for (SocketGroup group : plan.groups()) {
            namesByPath.put(
                    group.path(), group.streams().stream().map(FeedStream::name).toList());
        }
        assertThat(namesByPath)
                .isEqualTo(Map.of(
                        "/public/stream",
                        List.of("btcusdt@bookTicker", "1000pepeusdt@bookTicker"),
                        "/market/stream",
                        List.of(
                                "btcusdt@aggTrade",
                                "btcusdt@markPrice@1s",
                                "btcusdt@forceOrder",
                                "1000pepeusdt@aggTrade",
                                "1000pepeusdt@markPrice@1s",
                                "1000pepeusdt@forceOrder")));
    }

    @Test
    void pollsWhatNoStreamCarries() {
        FeedPlan plan = Protocols.of("BTCUSDT", "币安人生USDT").plan();
        assertThat(plan.restBase()).hasToString("https://fapi.binance.com");
        assertThat(plan.polls())
                .extracting(
                        poll -> poll.stream().instrument() + " " + poll.stream().kind() + " " + poll.path())
                .containsExactly(
                        "0 OPEN_INTEREST /fapi/v1/openInterest?symbol=BTCUSDT",
                        "0 FUNDING /fapi/v1/premiumIndex?symbol=BTCUSDT",
                        "1 OPEN_INTEREST /fapi/v1/openInterest?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT",
                        "1 FUNDING /fapi/v1/premiumIndex?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT");
    }

    @ParameterizedTest
    @CsvSource({"1, 15, 60", "30, 15, 60", "240, 15, 60", "241, 16, 60", "480, 30, 60", "500, 32, 63", "600, 38, 75"})
    void pollsMoreSeldomTheMoreInstrumentsThereAre(int count, int openInterestEveryS, int premiumEveryS) {
        FeedPlan plan = Protocols.of(symbols(count)).plan();
        assertThat(plan.polls()).hasSize(2 * count).allSatisfy(poll -> {
            boolean isOpenInterest = poll.stream().kind() == EventKind.OPEN_INTEREST;
            assertThat(poll.everyMs()).isEqualTo(1_000L * (isOpenInterest ? openInterestEveryS : premiumEveryS));
            assertThat(poll.stream().silenceLimitMs()).isEqualTo(3 * poll.everyMs());
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 96, 239, 240, 241, 479, 481, 500, 777, 5_000, 100_000})
    void leavesTwoFifthsOfTheWeightToGapRepair(int count) {
        FeedPlan plan = Protocols.of(symbols(count)).plan();
        double weightPerMinute = 0;
        for (Poll poll : plan.polls()) {
            weightPerMinute += poll.weight() * MINUTE_MS / poll.everyMs();
        }
        assertThat(plan.limits().weightPerMinute()).isEqualTo(2_400);
        assertThat(weightPerMinute).isLessThanOrEqualTo(0.6 * 2_400 + 1e-6);
    }

    @Test
    void saysWhatEachSilenceMeans() {
        FeedPlan plan = Protocols.of("BTCUSDT").plan();
        Map<EventKind, Silence> silences = new TreeMap<>();
        List<FeedStream> streams = new ArrayList<>();
        plan.groups().forEach(group -> streams.addAll(group.streams()));
        plan.polls().forEach(poll -> streams.add(poll.stream()));
        streams.forEach(stream -> silences.put(stream.kind(), stream.silence()));
        assertThat(silences)
                .isEqualTo(Map.of(
                        EventKind.TRADE, Silence.IRREGULAR,
                        EventKind.BOOK_TICKER, Silence.IRREGULAR,
                        EventKind.MARK_PRICE, Silence.FIXED_CADENCE,
                        EventKind.LIQUIDATION, Silence.MEANINGLESS,
                        EventKind.OPEN_INTEREST, Silence.FIXED_CADENCE,
                        EventKind.FUNDING, Silence.FIXED_CADENCE));
        assertThat(streams.stream().filter(FeedStream::isSampled))
                .extracting(FeedStream::kind)
                .containsExactly(EventKind.LIQUIDATION);
    }

    @Test
    void staysWithinWhatTheVenueAllowsOfASocket() {
        FeedPlan plan = Protocols.of("BTCUSDT").plan();
        assertThat(plan.limits().messagesPerSecond()).isLessThan(10);
        assertThat(plan.limits().connectionLifeMs()).isEqualTo(24 * 3_600_000L);
        assertThat(plan.groups())
                .allSatisfy(group -> assertThat(group.mostStreamsPerSocket()).isEqualTo(100));
        assertThat(Protocols.of("BTCUSDT").ping()).isEmpty();
    }

    @Test
    void subscribesInTheVenuesWords() {
        assertThat(Protocols.of("BTCUSDT").subscribe(List.of("btcusdt@aggTrade", "btcusdt@markPrice@1s"), 7))
                .containsExactly(new Subscription(
                        7,
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\",\"btcusdt@markPrice@1s\"],\"id\":7}",
                        List.of("btcusdt@aggTrade", "btcusdt@markPrice@1s")));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "50, 1", "51, 2", "100, 2", "101, 3"})
    void subscribesInFewMessages(int streams, int messages) {
        FeedProtocol protocol = Protocols.of("BTCUSDT");
        List<String> names =
                IntStream.range(0, streams).mapToObj(i -> "s" + i + "@aggTrade").toList();
        List<Subscription> subscriptions = protocol.subscribe(names, 1_000);
        assertThat(subscriptions).hasSize(messages);
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Subscription subscription = subscriptions.get(i);
            assertThat(subscription.requestId()).isEqualTo(1_000 + i);
            assertThat(subscription.text())
                    .endsWith("\"id\":" + (1_000 + i) + "}")
                    .hasSizeLessThan(4_096);
            asked.addAll(subscription.streams());
        }
        assertThat(asked).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC\"USDT", "BTC\\USDT", "BTC USDT", "BTC\nUSDT", "BTC/USDT", "BTC@USDT"})
    void takesNoSymbolThatWouldBreakAMessage(String symbol) {
        assertThatThrownBy(() -> Protocols.of(symbol))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no symbol of Binance's");
    }

    private static String[] symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> "T" + i + "USDT").toArray(String[]::new);
    }
}
