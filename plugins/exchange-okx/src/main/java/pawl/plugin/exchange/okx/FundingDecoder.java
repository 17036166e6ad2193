package pawl.plugin.exchange.okx;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/**
 * {@code funding-rate}, which estimates the coming settlement, and rows of the history of fundings. The rate that an estimate's row
 * names for the settlement before is left out, because the row does not say when that was.
 */
final class FundingDecoder {
    /** Why a row without a rate is of no use. */
    static final String NO_RATE = "noFundingRate";

    private static final long MINUTE_MS = 60_000;
    private static final long LONGEST_INTERVAL_MS = 7 * 24 * 60 * MINUTE_MS;

    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    FundingDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decodeEstimate(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        long exchangeTimeMs = numbers.whole(row, Row.TIME);
        if (row.isEmptyText(Row.FUNDING_RATE)) {
            sink.ignored(NO_RATE);
            return;
        }
        long fundingTimeMs = numbers.whole(row, Row.FUNDING_TIME);
        numbers.clearRounded();
        long rate = numbers.rounded(row, Row.FUNDING_RATE, Token.FUNDING_RATE_EXPONENT);
        int flags = numbers.wasRounded() ? EventFlag.ROUNDED : 0;
        int intervalMinutes = intervalMinutes(row, fundingTimeMs, instruments.token(instrument));
        sink.funding(instrument, exchangeTimeMs, rate, fundingTimeMs, intervalMinutes, flags);
    }

    void decodeSettled(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        long fundingTimeMs = numbers.whole(row, Row.FUNDING_TIME);
        numbers.clearRounded();
        long rate = numbers.rounded(row, Row.REALIZED_RATE, Token.FUNDING_RATE_EXPONENT);
        int flags = EventFlag.SETTLED | (numbers.wasRounded() ? EventFlag.ROUNDED : 0);
        int intervalMinutes = instruments.token(instrument).fundingIntervalMinutes();
        sink.funding(instrument, fundingTimeMs, rate, fundingTimeMs, intervalMinutes, flags);
    }

    /** The venue changes the interval of a contract from day to day, and tells it only by the funding that follows the coming one. */
    private int intervalMinutes(FieldValues row, long fundingTimeMs, Token token) throws FrameRefusedException {
        if (!row.hasValue(Row.NEXT_FUNDING_TIME)) {
            return token.fundingIntervalMinutes();
        }
        long intervalMs = numbers.whole(row, Row.NEXT_FUNDING_TIME) - fundingTimeMs;
        if (intervalMs <= 0 || intervalMs > LONGEST_INTERVAL_MS || intervalMs % MINUTE_MS != 0) {
            throw row.badValue(Row.NEXT_FUNDING_TIME, "a time whole minutes, at most a week, after fundingTime");
        }
        return (int) (intervalMs / MINUTE_MS);
    }
}
