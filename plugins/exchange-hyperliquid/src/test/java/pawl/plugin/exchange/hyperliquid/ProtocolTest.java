package pawl.plugin.exchange.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.FeedProtocol.Subscription;
import pawl.api.exchange.FeedStream;

class ProtocolTest {
    private static final FeedProtocol PROTOCOL = Hyperliquid.protocol(Hyperliquid.instruments("BTC", "xyz:TSLA"));

    @Test
    void listensToTradesAndQuotes() {
        SocketGroup group = PROTOCOL.plan().groups().getFirst();
        assertThat(PROTOCOL.plan().socketBase() + group.path()).isEqualTo("wss://api.hyperliquid.xyz/ws");
        assertThat(group.streams().stream().map(FeedStream::name))
                .containsExactly("trades:BTC", "bbo:BTC", "trades:xyz:TSLA", "bbo:xyz:TSLA");
        assertThat(PROTOCOL.ping()).hasValue("{\"method\":\"ping\"}");
    }

    @Test
    void asksForOneStreamInAMessage() {
        List<Subscription> subscriptions = PROTOCOL.subscribe(List.of("bbo:BTC", "trades:xyz:TSLA"), 5);
        assertThat(subscriptions)
                .containsExactly(
                        new Subscription(
                                5,
                                "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"bbo\",\"coin\":\"BTC\"}}",
                                List.of("bbo:BTC")),
                        new Subscription(
                                6,
                                "{\"method\":\"subscribe\",\"subscription\":{\"type\":\"trades\",\"coin\":\"xyz:TSLA\"}}",
                                List.of("trades:xyz:TSLA")));
    }

    @Test
    void refusesWhatIsNoCoin() {
        assertThatThrownBy(() -> Hyperliquid.protocol(Hyperliquid.instruments("B\"C")))
                .hasMessage("\"B\"C\" is no coin of Hyperliquid's");
    }
}
