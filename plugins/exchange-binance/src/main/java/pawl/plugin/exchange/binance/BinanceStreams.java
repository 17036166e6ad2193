package pawl.plugin.exchange.binance;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pawl.api.event.EventKind;
import pawl.api.exchange.FeedLimits;
import pawl.api.exchange.FeedPlan;
import pawl.api.exchange.FeedPlan.Poll;
import pawl.api.exchange.FeedPlan.SocketGroup;
import pawl.api.exchange.FeedStream;
import pawl.api.exchange.FeedStream.Silence;
import pawl.api.token.Instrument;

/**
 * What Binance USD-M is asked for. Since 2026-04 quotes are served at {@code /public} alone and everything else at {@code /market};
 * a stream asked for at the wrong one is acknowledged and stays silent.
 */
final class BinanceStreams {
    /** The venue documents 1024; a mirror of it says 200, and 100 is where others stopped losing streams. */
    private static final int MOST_STREAMS_PER_SOCKET = 100;

    private static final long MARK_PRICE_LIMIT_MS = 5_000;
    private static final long IRREGULAR_LIMIT_MS = 10_000;
    /** The venue itself refreshes open interest every 20 s or so. */
    private static final long OPEN_INTEREST_EVERY_MS = 15_000;

    /** The running funding rate comes every second with the mark price too. */
    private static final long PREMIUM_EVERY_MS = 60_000;

    /** A request for one symbol; all symbols at once would cost 10, and be a hundred kilobytes mostly of no use. */
    private static final int POLL_WEIGHT = 1;

    private static final int WEIGHT_PER_MINUTE = 2_400;

    /** Of the venue's allowance polls take 60 % at most, however many instruments there are: missed trades are fetched of the rest. */
    private static final int OPEN_INTEREST_WEIGHT_PER_MINUTE = WEIGHT_PER_MINUTE * 40 / 100;

    private static final int PREMIUM_WEIGHT_PER_MINUTE = WEIGHT_PER_MINUTE * 20 / 100;
    private static final long MINUTE_MS = 60_000;
    private static final long SECOND_MS = 1_000;

    /** Half of the ten messages a second that the venue allows: faster ones were seen to be dropped. */
    private static final FeedLimits LIMITS =
            new FeedLimits(300, 300_000, 5, WEIGHT_PER_MINUTE, "X-MBX-USED-WEIGHT-1M", 86_400_000, 180_000);

    private BinanceStreams() {}

    static FeedPlan plan(List<Instrument> instruments) {
        List<FeedStream> quotes = new ArrayList<>();
        List<FeedStream> market = new ArrayList<>();
        List<Poll> polls = new ArrayList<>();
        int count = instruments.size();
        long openInterestEveryMs = everyMs(OPEN_INTEREST_EVERY_MS, count, OPEN_INTEREST_WEIGHT_PER_MINUTE);
        long premiumEveryMs = everyMs(PREMIUM_EVERY_MS, count, PREMIUM_WEIGHT_PER_MINUTE);
        for (Instrument instrument : instruments) {
            String name = instrument.symbol().toLowerCase(Locale.ROOT);
            int index = instrument.index();
            quotes.add(new FeedStream(
                    name + "@bookTicker", index, EventKind.BOOK_TICKER, Silence.IRREGULAR, IRREGULAR_LIMIT_MS, false));
            market.add(new FeedStream(
                    name + "@aggTrade", index, EventKind.TRADE, Silence.IRREGULAR, IRREGULAR_LIMIT_MS, false));
            market.add(new FeedStream(
                    name + "@markPrice@1s",
                    index,
                    EventKind.MARK_PRICE,
                    Silence.FIXED_CADENCE,
                    MARK_PRICE_LIMIT_MS,
                    false));
            market.add(new FeedStream(
                    name + "@forceOrder", index, EventKind.LIQUIDATION, Silence.MEANINGLESS, IRREGULAR_LIMIT_MS, true));
            polls.add(poll(name, instrument, EventKind.OPEN_INTEREST, "openInterest", openInterestEveryMs));
            polls.add(poll(name, instrument, EventKind.FUNDING, "premiumIndex", premiumEveryMs));
        }
        return new FeedPlan(
                URI.create("wss://fstream.binance.com"),
                URI.create("https://fapi.binance.com"),
                List.of(
                        new SocketGroup("public", "/public/stream", quotes, MOST_STREAMS_PER_SOCKET),
                        new SocketGroup("market", "/market/stream", market, MOST_STREAMS_PER_SOCKET)),
                polls,
                LIMITS);
    }

    /** The period, in whole seconds, in which polls of so many instruments stay within a weight a minute. */
    private static long everyMs(long shortestMs, int instruments, int weightPerMinute) {
        long neededMs = MINUTE_MS * instruments * POLL_WEIGHT / weightPerMinute;
        return Math.max(shortestMs, (neededMs + SECOND_MS - 1) / SECOND_MS * SECOND_MS);
    }

    private static Poll poll(String name, Instrument instrument, EventKind kind, String resource, long everyMs) {
        FeedStream stream = new FeedStream(
                name + "@" + resource, instrument.index(), kind, Silence.FIXED_CADENCE, 3 * everyMs, false);
        String symbol = URLEncoder.encode(instrument.symbol(), StandardCharsets.UTF_8);
        return new Poll(stream, "/fapi/v1/" + resource + "?symbol=" + symbol, everyMs, POLL_WEIGHT);
    }
}
