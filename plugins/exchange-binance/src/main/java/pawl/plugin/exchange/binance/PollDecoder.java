package pawl.plugin.exchange.binance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.token.Token;
import pawl.plugin.exchange.binance.rest.FundingRateBody;
import pawl.plugin.exchange.binance.rest.FundingReading;
import pawl.plugin.exchange.binance.rest.MarkPriceReading;
import pawl.plugin.exchange.binance.rest.MissedTradeReading;
import pawl.plugin.exchange.binance.rest.MissedTradesBody;
import pawl.plugin.exchange.binance.rest.MissedTradesBody.MissedTrade;
import pawl.plugin.exchange.binance.rest.OpenInterestBody;
import pawl.plugin.exchange.binance.rest.OpenInterestReading;
import pawl.plugin.exchange.binance.rest.PremiumIndexBody;
import pawl.plugin.exchange.binance.rest.RestHandler;
import pawl.plugin.exchange.binance.rest.RestMapper;
import pawl.plugin.exchange.binance.rest.RestNumbers;
import pawl.plugin.exchange.binance.rest.Row;

/** The answers to requests: open interest, premium index, funding rates, missed trades. */
final class PollDecoder implements RestHandler<EventSink> {
    /** The venue had none of those asked for. */
    private static final String NO_MISSED_TRADES = "noMissedTrades";

    private final RestMapper mapper = RestMapper.create();
    private final Instruments instruments;

    PollDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    @Override
    public void openInterest(List<Row<OpenInterestBody>> rows, EventSink sink) throws FrameRefusedException {
        for (Row<OpenInterestBody> row : rows) {
            int instrument = instrument(row.body().symbol(), sink);
            if (instrument != Instruments.UNCONFIGURED) {
                RestNumbers numbers = RestNumbers.of(row, instruments.token(instrument));
                OpenInterestReading reading = mapper.openInterest(row.body(), numbers);
                sink.openInterest(
                        instrument, reading.exchangeTimeMs(), reading.openInterestMantissa(), roundedFlag(numbers));
            }
        }
    }

    /** A mark price and, of a perpetual contract, the estimate of its next funding. */
    @Override
    public void premiumIndex(List<Row<PremiumIndexBody>> rows, EventSink sink) throws FrameRefusedException {
        for (Row<PremiumIndexBody> row : rows) {
            int instrument = instrument(row.body().symbol(), sink);
            if (instrument != Instruments.UNCONFIGURED) {
                markPrice(row, instrument, sink);
                if (row.body().hasFunding()) {
                    estimatedFunding(row, instrument, sink);
                }
            }
        }
    }

    private void markPrice(Row<PremiumIndexBody> row, int instrument, EventSink sink) throws FrameRefusedException {
        RestNumbers numbers = RestNumbers.of(row, instruments.token(instrument));
        MarkPriceReading reading = mapper.markPrice(row.body(), numbers);
        if (reading.markPriceMantissa() == 0) {
            sink.ignored(MarkPriceDecoder.NO_MARK_PRICE);
            return;
        }
        boolean hasFunding = row.body().hasFunding();
        sink.markPrice(
                instrument,
                reading.exchangeTimeMs(),
                reading.markPriceMantissa(),
                reading.indexPriceMantissa(),
                hasFunding ? reading.fundingRateMantissa() : 0,
                hasFunding ? reading.nextFundingTimeMs() : 0,
                roundedFlag(numbers)
                        | (reading.indexPriceMantissa() != 0 ? EventFlag.WITH_INDEX : 0)
                        | (hasFunding ? EventFlag.WITH_FUNDING : 0));
    }

    private void estimatedFunding(Row<PremiumIndexBody> row, int instrument, EventSink sink)
            throws FrameRefusedException {
        Token token = instruments.token(instrument);
        RestNumbers numbers = RestNumbers.of(row, token);
        FundingReading reading = mapper.estimatedFunding(row.body(), numbers);
        sink.funding(
                instrument,
                reading.exchangeTimeMs(),
                reading.fundingRateMantissa(),
                reading.fundingTimeMs(),
                token.fundingIntervalMinutes(),
                roundedFlag(numbers));
    }

    @Override
    public void fundingRate(List<Row<FundingRateBody>> rows, EventSink sink) throws FrameRefusedException {
        List<SettledFunding> fundings = new ArrayList<>(rows.size());
        String unconfigured = "";
        for (Row<FundingRateBody> row : rows) {
            String symbol = row.body().symbol();
            // A body is mostly the history of one symbol; that it is unknown is said once.
            int instrument = symbol.equals(unconfigured) ? Instruments.UNCONFIGURED : instrument(symbol, sink);
            if (instrument == Instruments.UNCONFIGURED) {
                unconfigured = symbol;
                continue;
            }
            RestNumbers numbers = RestNumbers.of(row, instruments.token(instrument));
            FundingReading reading = mapper.settledFunding(row.body(), numbers);
            fundings.add(new SettledFunding(instrument, reading, roundedFlag(numbers)));
        }
        for (int position = 0; position < fundings.size(); position++) {
            SettledFunding funding = fundings.get(position);
            int configuredMinutes = instruments.token(funding.instrument()).fundingIntervalMinutes();
            sink.funding(
                    funding.instrument(),
                    funding.reading().exchangeTimeMs(),
                    funding.reading().fundingRateMantissa(),
                    funding.reading().fundingTimeMs(),
                    SettledFunding.intervalMinutes(fundings, position, configuredMinutes),
                    funding.flags() | EventFlag.SETTLED);
        }
    }

    @Override
    public void missedTrades(List<Row<MissedTradesBody>> rows, EventSink sink) throws FrameRefusedException {
        for (Row<MissedTradesBody> row : rows) {
            int instrument = instrument(row.body().symbol(), sink);
            if (instrument != Instruments.UNCONFIGURED) {
                if (row.body().trades().isEmpty()) {
                    sink.ignored(NO_MISSED_TRADES);
                }
                RestNumbers numbers = RestNumbers.of(row, instruments.token(instrument));
                for (MissedTrade trade : row.body().trades()) {
                    missedTrade(row, instrument, trade, numbers, sink);
                }
            }
        }
    }

    private void missedTrade(
            Row<MissedTradesBody> row, int instrument, MissedTrade trade, RestNumbers numbers, EventSink sink)
            throws FrameRefusedException {
        MissedTradeReading reading = mapper.missedTrade(trade, numbers);
        boolean buyerIsMaker = trade.m().equals("true");
        if (reading.lastTradeId() < reading.firstTradeId()
                || !(buyerIsMaker || trade.m().equals("false"))) {
            throw new FrameRefusedException(
                    Reason.BAD_VALUE,
                    row.offset(),
                    "backfill: aggregate " + trade.a() + " has fills " + trade.f() + " to " + trade.l() + " and m "
                            + trade.m());
        }
        sink.trade(
                instrument,
                reading.exchangeTimeMs(),
                reading.firstTradeId(),
                reading.lastTradeId(),
                reading.aggregateId(),
                reading.priceMantissa(),
                reading.quantityMantissa(),
                EventFlag.AGGREGATE | EventFlag.BACKFILLED | (buyerIsMaker ? EventFlag.TAKER_SOLD : 0));
    }

    @Override
    public void ignored(String reason, EventSink sink) {
        sink.ignored(reason);
    }

    private int instrument(String symbol, EventSink sink) {
        byte[] bytes = symbol.getBytes(StandardCharsets.UTF_8);
        int instrument = instruments.of(bytes);
        if (instrument == Instruments.UNCONFIGURED) {
            sink.unconfigured(bytes, 0, bytes.length);
        }
        return instrument;
    }

    private static int roundedFlag(RestNumbers numbers) {
        return numbers.wasRounded() ? EventFlag.ROUNDED : 0;
    }
}
