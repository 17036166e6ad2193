package pawl.plugin.exchange.okx;

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

/**
 * What OKX is asked for. All of it comes through sockets, so nothing is polled. A stream is named by its channel, a slash and the
 * instrument; the liquidations of all swaps are one subscription, and a stream for each instrument here.
 */
final class OkxStreams {
    private static final String PATH = "/ws/v5/public";
    private static final String SWAP = "-SWAP";

    /** The venue limits the length of all arguments to 64 KB, which are about a thousand. */
    private static final int MOST_STREAMS_PER_SOCKET = 100;

    private static final long IRREGULAR_LIMIT_MS = 10_000;
    /** Every 200 ms where it changes, else every 10 s. */
    private static final long MARK_PRICE_LIMIT_MS = 15_000;

    /** Every 3 s where it changed. */
    private static final long OPEN_INTEREST_LIMIT_MS = 30_000;

    /** Every 30 to 90 s. */
    private static final long FUNDING_LIMIT_MS = 200_000;

    /**
     * Requests for missed trades, of which the venue allows 20 in two seconds: a fifth of that, because they are counted by the minute
     * here. It documents no end of a connection's life; taking a new one each day costs little. It closes sockets that are silent for
     * 30 s, and takes 480 subscriptions an hour on one, of which a start and its repetitions need few.
     */
    private static final FeedLimits LIMITS = new FeedLimits(3, 1_000, 3, 120, "", 86_400_000, 20_000);

    private OkxStreams() {}

    static FeedPlan plan(List<Instrument> instruments) {
        List<FeedStream> market = new ArrayList<>();
        List<FeedStream> liquidations = new ArrayList<>();
        for (Instrument instrument : instruments) {
            add(market, Channel.TRADES, instrument, EventKind.TRADE, Silence.IRREGULAR, IRREGULAR_LIMIT_MS);
            add(market, Channel.BBO, instrument, EventKind.BOOK_TICKER, Silence.IRREGULAR, IRREGULAR_LIMIT_MS);
            if (instrument.symbol().endsWith(SWAP)) {
                addDerivative(market, instrument);
                liquidations.add(new FeedStream(
                        name(Channel.LIQUIDATIONS, instrument.symbol()),
                        instrument.index(),
                        EventKind.LIQUIDATION,
                        Silence.MEANINGLESS,
                        IRREGULAR_LIMIT_MS,
                        true));
            }
        }
        List<SocketGroup> groups = new ArrayList<>();
        groups.add(new SocketGroup("market", PATH, market, MOST_STREAMS_PER_SOCKET));
        if (!liquidations.isEmpty()) {
            // One socket, however many they are: on two the venue would send each liquidation twice.
            groups.add(new SocketGroup("liquidations", PATH, liquidations, liquidations.size()));
        }
        return new FeedPlan(
                URI.create("wss://ws.okx.com:8443"), URI.create("https://openapi.okx.com"), groups, List.of(), LIMITS);
    }

    private static void addDerivative(List<FeedStream> market, Instrument instrument) {
        add(market, Channel.MARK_PRICE, instrument, EventKind.MARK_PRICE, Silence.FIXED_CADENCE, MARK_PRICE_LIMIT_MS);
        add(
                market,
                Channel.OPEN_INTEREST,
                instrument,
                EventKind.OPEN_INTEREST,
                Silence.IRREGULAR,
                OPEN_INTEREST_LIMIT_MS);
        add(market, Channel.FUNDING, instrument, EventKind.FUNDING, Silence.FIXED_CADENCE, FUNDING_LIMIT_MS);
    }

    private static void add(
            List<FeedStream> streams,
            Channel channel,
            Instrument instrument,
            EventKind kind,
            Silence silence,
            long silenceLimitMs) {
        String name = name(channel, instrument.symbol());
        streams.add(new FeedStream(name, instrument.index(), kind, silence, silenceLimitMs, false));
    }

    static String name(Channel channel, String symbol) {
        return channel.wireName() + '/' + symbol;
    }
}
