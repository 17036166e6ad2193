package pawl.plugin.exchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;

class ProtocolTest {
    private static List<String> names(SocketGroup group) {
        return group.streams().stream().map(FeedStream::name).toList();
    }

    @Test
    void asksForAllKindsOfASwap() {
        FeedPlan plan = Okx.protocol(Okx.BTC, Okx.CHZ).plan();
        assertThat(plan.socketBase()).hasToString("wss://ws.okx.com:8443");
        assertThat(plan.polls()).isEmpty();
        assertThat(plan.groups()).extracting(SocketGroup::path).containsOnly("/ws/v5/public");
        assertThat(names(plan.groups().get(0)))
                .hasSize(10)
                .startsWith(
                        "trades/BTC-USDT-SWAP",
                        "bbo-tbt/BTC-USDT-SWAP",
                        "mark-price/BTC-USDT-SWAP",
                        "open-interest/BTC-USDT-SWAP",
                        "funding-rate/BTC-USDT-SWAP");
        assertThat(names(plan.groups().get(1)))
                .containsExactly("liquidation-orders/BTC-USDT-SWAP", "liquidation-orders/CHZ-USDT-SWAP");
        assertThat(plan.groups().get(1).streams()).allMatch(FeedStream::isSampled);
    }

    @Test
    void asksForTradesAndQuotesAloneOfWhatIsNoSwap() {
        FeedPlan plan = Okx.protocol("BTC-USDT").plan();
        assertThat(plan.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.streams())
                        .extracting(FeedStream::kind)
                        .containsExactly(EventKind.TRADE, EventKind.BOOK_TICKER));
    }

    @Test
    void allLiquidationsAreOneArgumentOnOneSocket() {
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            symbols.add("T" + i + "-USDT-SWAP");
        }
        FeedProtocol protocol = Okx.protocol(symbols.toArray(String[]::new));
        SocketGroup liquidations = protocol.plan().groups().get(1);
        assertThat(liquidations.mostStreamsPerSocket()).isGreaterThanOrEqualTo(300);
        assertThat(protocol.subscribe(names(liquidations), 41))
                .containsExactly(new Subscription(
                        41,
                        "{\"id\":\"41\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}]}",
                        names(liquidations)));
    }

    @Test
    void subscribesToManyInFewMessages() {
        List<String> streams = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            streams.add("trades/T" + i + "-USDT-SWAP");
        }
        List<Subscription> messages = Okx.protocol(Okx.BTC).subscribe(streams, 7);
        assertThat(messages).extracting(Subscription::requestId).containsExactly(7L, 8L, 9L);
        assertThat(messages).flatExtracting(Subscription::streams).isEqualTo(streams);
        assertThat(messages.get(2).text())
                .startsWith(
                        "{\"id\":\"9\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"trades\",\"instId\":\"T100-USDT-SWAP\"},{")
                .endsWith("}]}");
    }

    @Test
    void pingsByAMessage() {
        assertThat(Okx.protocol(Okx.BTC).ping()).contains("ping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B", "A\"", "A\\", "A/B"})
    void refusesWhatIsNoSymbol(String symbol) {
        assertThatThrownBy(() -> Okx.protocol(symbol)).isInstanceOf(IllegalArgumentException.class);
    }
}
