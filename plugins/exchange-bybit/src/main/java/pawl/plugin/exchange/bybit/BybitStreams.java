package pawl.plugin.exchange.bybit;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.token.Instrument;

/** What Bybit is asked for: one socket group has all, and nothing is polled, since {@code tickers} carry funding and open interest. */
final class BybitStreams {
    /** Of all topics asked for on one socket, as they stand in the requests. */
    private static final int MOST_CHARACTERS_PER_SOCKET = 21_000;
    /** Quotes and a comma. */
    private static final int CHARACTERS_AROUND_A_TOPIC = 3;

    /** A quote comes again after 3 s without a change. */
    private static final long QUOTE_LIMIT_MS = 10_000;
    /** Changes are sent every 100 ms; of a market in which nothing changes, none. */
    private static final long TICKER_LIMIT_MS = 10_000;

    private static final long IRREGULAR_LIMIT_MS = 10_000;

    /** The venue cuts a socket after 10 min without a ping and says nothing of any other end; a day is an assumption. */
    private static final FeedLimits LIMITS = new FeedLimits(500, 300_000, 5, 0, "", 86_400_000, 20_000);

    private BybitStreams() {}

    static FeedPlan plan(List<Instrument> instruments) {
        List<FeedStream> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            streams.add(
                    stream(Channel.QUOTE, instrument, EventKind.BOOK_TICKER, Silence.FIXED_CADENCE, QUOTE_LIMIT_MS));
            streams.add(stream(Channel.TRADES, instrument, EventKind.TRADE, Silence.IRREGULAR, IRREGULAR_LIMIT_MS));
            streams.add(
                    stream(Channel.TICKER, instrument, EventKind.MARK_PRICE, Silence.FIXED_CADENCE, TICKER_LIMIT_MS));
            streams.add(stream(
                    Channel.LIQUIDATIONS, instrument, EventKind.LIQUIDATION, Silence.MEANINGLESS, IRREGULAR_LIMIT_MS));
        }
        int longest = streams.stream()
                .mapToInt(stream -> stream.name().length())
                .max()
                .orElse(0);
        return new FeedPlan(
                URI.create("wss://stream.bybit.com"),
                URI.create("https://api.bybit.com"),
                List.of(new SocketGroup(
                        "linear",
                        "/v5/public/linear",
                        streams,
                        MOST_CHARACTERS_PER_SOCKET / (longest + CHARACTERS_AROUND_A_TOPIC))),
                List.of(),
                LIMITS);
    }

    private static FeedStream stream(
            Channel channel, Instrument instrument, EventKind kind, Silence silence, long limitMs) {
        return new FeedStream(channel.topic(instrument.symbol()), instrument.index(), kind, silence, limitMs, false);
    }
}
