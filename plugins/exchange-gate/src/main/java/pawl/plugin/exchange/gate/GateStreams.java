package pawl.plugin.exchange.gate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.token.Instrument;

/**
 * What Gate is asked for. A stream is named by its channel, a slash and the contract. Open interest and the funding rate come with the
 * mark price, so nothing is polled.
 */
final class GateStreams {
    private static final int MOST_STREAMS_PER_SOCKET = 100;
    private static final long IRREGULAR_LIMIT_MS = 10_000;
    /** The venue documents no cadence of its tickers; the mark price of a contract that is traded rarely stands still for a minute. */
    private static final long TICKER_LIMIT_MS = 60_000;

    /** No limits of public sockets were found in what the venue documents: these are cautious ones. */
    private static final FeedLimits LIMITS = new FeedLimits(10, 10_000, 5, 0, "", 86_400_000, 15_000);

    /** Without it the venue rounds every size down to whole contracts, and a fill of less than one has none. */
    private static final Map<String, String> SIZES_WITH_DECIMALS = Map.of("X-Gate-Size-Decimal", "1");

    private GateStreams() {}

    static FeedPlan plan(List<Instrument> instruments) {
        List<FeedStream> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            streams.add(
                    stream(Channel.TRADES, instrument, EventKind.TRADE, Silence.IRREGULAR, IRREGULAR_LIMIT_MS, false));
            streams.add(stream(
                    Channel.BOOK_TICKER,
                    instrument,
                    EventKind.BOOK_TICKER,
                    Silence.IRREGULAR,
                    IRREGULAR_LIMIT_MS,
                    false));
            streams.add(stream(
                    Channel.TICKERS, instrument, EventKind.MARK_PRICE, Silence.FIXED_CADENCE, TICKER_LIMIT_MS, false));
            streams.add(stream(
                    Channel.LIQUIDATIONS,
                    instrument,
                    EventKind.LIQUIDATION,
                    Silence.MEANINGLESS,
                    IRREGULAR_LIMIT_MS,
                    true));
        }
        return new FeedPlan(
                URI.create("wss://fx-ws.gateio.ws"),
                URI.create("https://api.gateio.ws"),
                List.of(new SocketGroup(
                        "futures", "/v4/ws/usdt", streams, MOST_STREAMS_PER_SOCKET, SIZES_WITH_DECIMALS)),
                List.of(),
                LIMITS);
    }

    private static FeedStream stream(
            Channel channel,
            Instrument instrument,
            EventKind kind,
            Silence silence,
            long silenceLimitMs,
            boolean isSampled) {
        String name = channel.wireName() + '/' + instrument.symbol();
        return new FeedStream(name, instrument.index(), kind, silence, silenceLimitMs, isSampled);
    }
}
