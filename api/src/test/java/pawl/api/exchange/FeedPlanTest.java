package pawl.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedPlan.Poll;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedStream.Silence;

class FeedPlanTest {
    private static final URI SOCKETS = URI.create("wss://stream.example.com");
    private static final URI REQUESTS = URI.create("https://api.example.com:8443");
    private static final FeedLimits LIMITS = new FeedLimits(1, 1, 1, 60, "", 1, 1);

    private static FeedStream stream(String name, int instrument, EventKind kind) {
        return new FeedStream(name, instrument, kind, Silence.IRREGULAR, 1_000, false);
    }

    private static SocketGroup group(String name, FeedStream... streams) {
        return new SocketGroup(name, "/stream", List.of(streams), 1);
    }

    private static Poll poll(String name, long everyMs, int weight) {
        return new Poll(stream(name, 0, EventKind.OPEN_INTEREST), "/x?symbol=A", everyMs, weight);
    }

    private static FeedPlan plan(List<SocketGroup> groups, List<Poll> polls) {
        return new FeedPlan(SOCKETS, REQUESTS, groups, polls, LIMITS);
    }

    @Test
    void takesWhatMakesSense() {
        List<SocketGroup> groups = new ArrayList<>(List.of(
                group("public", stream("a@q", 0, EventKind.BOOK_TICKER), stream("b@q", 1, EventKind.BOOK_TICKER)),
                group("market-2", stream("a@t", 0, EventKind.TRADE))));
        FeedPlan plan = plan(groups, List.of(poll("a@oi", 1_000, 1)));
        groups.clear();
        assertThat(plan.groups()).extracting(SocketGroup::name).containsExactly("public", "market-2");
        assertThatCode(() -> plan(List.of(), List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://stream.example.com",
                "wss:stream",
                "wss:///stream",
                "stream.example.com",
                "wss://stream.example.com/",
                "wss://stream.example.com/ws",
                "wss://stream.example.com?a=b",
                "wss://stream.example.com#a",
                "wss://user@stream.example.com"
            })
    void refusesABaseThatIsNoHost(String base) {
        assertThatThrownBy(() -> new FeedPlan(URI.create(base), REQUESTS, List.of(), List.of(), LIMITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a venue's base is \"" + base + "\"; expected is wss:// and a host");
        assertThatThrownBy(() ->
                        new FeedPlan(SOCKETS, URI.create(base.replace("https", "wss")), List.of(), List.of(), LIMITS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("expected is https:// and a host");
    }

    @Test
    void refusesANameTwice() {
        SocketGroup one = group("public", stream("a@t", 0, EventKind.TRADE));
        assertThatThrownBy(() -> plan(List.of(one, group("public")), List.of()))
                .hasMessage("two groups of sockets are named public");
        assertThatThrownBy(() -> plan(List.of(one, group("x", stream("a@t", 1, EventKind.TRADE))), List.of()))
                .hasMessage("two streams are named a@t");
        assertThatThrownBy(() -> plan(List.of(one), List.of(poll("a@t", 1_000, 1))))
                .hasMessage("two streams are named a@t");
    }

    @Test
    void refusesTwoStreamsForOneThing() {
        assertThatThrownBy(() -> plan(
                        List.of(group(
                                "x", stream("a@trade", 0, EventKind.TRADE), stream("a@aggTrade", 0, EventKind.TRADE))),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream a@aggTrade carries TRADE of instrument 0, as another does");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, true", "999, 1, false", "60000, 60, true", "60000, 61, false", "1, 0, true"})
    void refusesPollsAboveTheAllowance(long everyMs, int weight, boolean isAllowed) {
        List<Poll> polls = List.of(poll("a@oi", everyMs, weight));
        if (isAllowed) {
            assertThat(plan(List.of(), polls).polls()).isEqualTo(polls);
        } else {
            assertThatThrownBy(() -> plan(List.of(), polls))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the polls weigh 61 a minute, and the venue allows 60; poll less often");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a b", "rest", "pawl-hearing"})
    void refusesAGroupsName(String name) {
        assertThatThrownBy(() -> group(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a group of sockets is named \"" + name + "\"");
    }

    private static SocketGroup group(Map<String, String> headers) {
        return new SocketGroup("x", "/", List.of(), 1, headers);
    }

    @Test
    void keepsHeadersInTheOrderOfTheirNames() {
        Map<String, String> headers =
                new HashMap<>(Map.of("X-Size-Decimal", "1", "Accept", "a, b", "~!#$%&'*+.^_`|", "~"));
        SocketGroup group = group(headers);
        headers.clear();
        assertThat(group.headers().entrySet())
                .containsExactly(
                        Map.entry("Accept", "a, b"),
                        Map.entry("X-Size-Decimal", "1"),
                        Map.entry("~!#$%&'*+.^_`|", "~"));
        assertThatThrownBy(() -> group.headers().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new SocketGroup("x", "/", List.of(), 1)).isEqualTo(group(Map.of()));
        assertThat(group).isNotEqualTo(group(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "a:", "a\r\nb", "a\u0000", "a\u007f", "\u00e4", "(a)", "\"a\"", "a/b", "\u212a"})
    void refusesAHeadersName(String name) {
        assertThatThrownBy(() -> group(Map.of(name, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "group x has a header named \"" + name + "\"; a name is letters, digits and !#$%&'*+-.^_`|~");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "HOST",
                "upgrade",
                "Connection",
                "Content-Length",
                "transfer-encoding",
                "Sec-WebSocket-Key",
                "sec-websocket-protocol",
                "SEC-WEBSOCKET-X"
            })
    void refusesTheHandshakesOwnHeaders(String name) {
        assertThatThrownBy(() -> group(Map.of(name, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group x has the header " + name + ", which the handshake sends by itself; leave it out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " 1", "1 ", "1\r\nHost: a", "1\n", "a\tb", "\u0000", "\u007f", "\u00e4"})
    void refusesAHeadersValue(String value) {
        assertThatThrownBy(() -> group(Map.of("X-A", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header X-A of group x has a value that does not fit; a value is visible ASCII characters,"
                        + " and spaces between them");
    }

    @Test
    void refusesAHeaderTwice() {
        assertThatThrownBy(() -> group(Map.of("X-A", "1", "x-a", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("group x has the headers X-A and x-a, which are one");
    }

    @Test
    void refusesAPathWithoutASlashAndNumbersOutOfRange() {
        FeedStream stream = stream("a@oi", 0, EventKind.OPEN_INTEREST);
        assertThatThrownBy(() -> new SocketGroup("x", "stream", List.of(), 1))
                .hasMessage("the path of group x is \"stream\"; it starts with a slash");
        assertThatThrownBy(() -> new SocketGroup("x", "/", List.of(), 0))
                .hasMessage("group x has at most 0 streams a socket; at least 1 fits");
        assertThatThrownBy(() -> new Poll(stream, "", 1, 1))
                .hasMessage("the path of poll a@oi is \"\"; it starts with a slash");
        assertThatThrownBy(() -> new Poll(stream, "/", 0, 1))
                .hasMessageStartingWith("poll a@oi every 0 ms of weight 1");
        assertThatThrownBy(() -> new Poll(stream, "/", 1, -1))
                .hasMessageStartingWith("poll a@oi every 1 ms of weight -1");
    }

    @ParameterizedTest
    @CsvSource({"'', 0, 1", "a, -1, 1", "a, 0, 0", "a, 0, -1"})
    void refusesAStream(String name, int instrument, long silenceLimitMs) {
        assertThatThrownBy(() ->
                        new FeedStream(name, instrument, EventKind.TRADE, Silence.MEANINGLESS, silenceLimitMs, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stream \"" + name + "\" of instrument " + instrument + " with limit "
                        + silenceLimitMs + " ms");
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            mode = Mode.EXCLUDE,
            names = {"TRADE", "BOOK_TICKER", "MARK_PRICE", "LIQUIDATION", "OPEN_INTEREST", "FUNDING"})
    void refusesAKindThatNoVenueSends(EventKind kind) {
        assertThatThrownBy(() -> stream("a", 0, kind))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stream a carries " + kind + ", which no venue sends");
    }
}
