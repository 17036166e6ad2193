package pawl.plugin.exchange.bybit;

import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/**
 * {@code tickers}, and the rows of the REST body of that name: mark price, funding and open interest. A delta leaves out what did
 * not change, and an empty text says that there is none; either makes no event.
 */
final class TickerDecoder {
    static final List<String> NAMES = List.of(
            "symbol",
            "markPrice",
            "indexPrice",
            "fundingRate",
            "nextFundingTime",
            "fundingIntervalHour",
            "openInterest",
            "singleOpenInterest",
            "bid1Price",
            "ask1Price",
            "bid1Size",
            "ask1Size");
    static final int SYMBOL = 0;
    private static final int MARK_PRICE = 1;
    private static final int INDEX_PRICE = 2;
    private static final int FUNDING_RATE = 3;
    private static final int NEXT_FUNDING_TIME = 4;
    private static final int FUNDING_INTERVAL_HOURS = 5;
    private static final int OPEN_INTEREST = 6;
    private static final int SINGLE_OPEN_INTEREST = 7;
    static final int BID_PRICE = 8;
    static final int ASK_PRICE = 9;
    static final int BID_QUANTITY = 10;
    static final int ASK_QUANTITY = 11;
    private static final int MINUTES_PER_HOUR = 60;
    private static final long MOST_HOURS = 24L * 365;

    /** Why a mark price of 0 is of no use: the contract is not traded yet, or no longer. */
    private static final String NO_MARK_PRICE = "noMarkPrice";

    private final Instruments instruments;
    private final InterestDecoder interests;
    private final FieldNumbers numbers = new FieldNumbers();

    TickerDecoder(Instruments instruments, InterestDecoder interests) {
        this.instruments = instruments;
        this.interests = interests;
    }

    void decode(JsonFields ticker, int instrument, long exchangeTimeMs, EventSink sink) throws FrameRefusedException {
        boolean hasMark = ticker.hasValue(MARK_PRICE);
        boolean hasFunding = ticker.hasValue(FUNDING_RATE);
        boolean hasInterest = ticker.hasValue(SINGLE_OPEN_INTEREST) || ticker.hasValue(OPEN_INTEREST);
        if (hasMark) {
            markPrice(ticker, instrument, exchangeTimeMs, sink);
        }
        if (hasFunding) {
            funding(ticker, instrument, exchangeTimeMs, sink);
        }
        if (hasInterest) {
            interests.decode(ticker, SINGLE_OPEN_INTEREST, OPEN_INTEREST, instrument, exchangeTimeMs, sink);
        }
        if (!hasMark && !hasFunding && !hasInterest) {
            sink.ignored(Channel.TICKER.wireName());
        }
    }

    private void markPrice(JsonFields ticker, int instrument, long exchangeTimeMs, EventSink sink)
            throws FrameRefusedException {
        Token token = instruments.token(instrument);
        numbers.clearRounded();
        long markPrice = price(ticker, MARK_PRICE, token);
        if (markPrice == 0) {
            sink.ignored(NO_MARK_PRICE);
            return;
        }
        long indexPrice = ticker.hasValue(INDEX_PRICE) ? price(ticker, INDEX_PRICE, token) : 0;
        sink.markPrice(
                instrument,
                exchangeTimeMs,
                markPrice,
                indexPrice,
                0,
                0,
                (indexPrice != 0 ? EventFlag.WITH_INDEX : 0) | roundedFlag());
    }

    private long price(JsonFields ticker, int field, Token token) throws FrameRefusedException {
        long mantissa = numbers.rounded(ticker, field, token.markExponent());
        if (mantissa < 0) {
            throw ticker.badValue(field, "a price of at least 0");
        }
        return mantissa;
    }

    /** The estimate for the next settlement. */
    private void funding(JsonFields ticker, int instrument, long exchangeTimeMs, EventSink sink)
            throws FrameRefusedException {
        numbers.clearRounded();
        long rate = numbers.rounded(ticker, FUNDING_RATE, Token.FUNDING_RATE_EXPONENT);
        sink.funding(
                instrument,
                exchangeTimeMs,
                rate,
                ticker.hasValue(NEXT_FUNDING_TIME) ? numbers.whole(ticker, NEXT_FUNDING_TIME) : 0,
                intervalMinutes(ticker, instrument),
                roundedFlag());
    }

    private int intervalMinutes(JsonFields ticker, int instrument) throws FrameRefusedException {
        if (!ticker.hasValue(FUNDING_INTERVAL_HOURS)) {
            return instruments.token(instrument).fundingIntervalMinutes();
        }
        long hours = numbers.whole(ticker, FUNDING_INTERVAL_HOURS);
        if (hours == 0 || hours > MOST_HOURS) {
            throw ticker.badValue(FUNDING_INTERVAL_HOURS, "a number of hours");
        }
        return (int) hours * MINUTES_PER_HOUR;
    }

    private int roundedFlag() {
        return numbers.wasRounded() ? EventFlag.ROUNDED : 0;
    }
}
