package pawl.kernel.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import pawl.api.event.EventBatch;
import pawl.api.event.EventKind;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Instrument;

/**
 * One venue's way into the queues: what its adapter makes of a frame is staged, and reaches the tokens' queues only when the whole
 * frame was understood.
 */
final class VenueDecoder implements EventSink {
    private final TokenLane[] laneOfInstrument;
    private final int venueIndex;
    private final EngineCounts counts;
    private final EventBatch staged = new EventBatch();

    VenueDecoder(int venueIndex, List<Instrument> instruments, TokenLane[] lanes, EngineCounts counts) {
        this.venueIndex = venueIndex;
        this.counts = counts;
        laneOfInstrument = new TokenLane[instruments.size()];
        for (Instrument instrument : instruments) {
            laneOfInstrument[instrument.index()] = lanes[instrument.token().index()];
        }
    }

    /** Stages what an adapter makes of a frame. */
    void decode(ExchangeAdapter adapter, byte[] bytes, int offset, int length) throws FrameRefusedException {
        staged.clear();
        adapter.decode(bytes, offset, length, this);
    }

    /** Puts what is staged into the queues. */
    void deliver() {
        for (int event = 0; event < staged.size(); event++) {
            TokenLane lane = laneOfInstrument[(int) staged.tag(event)];
            lane.streams().seen(venueIndex, staged.kind(event));
            lane.queue().arrived().addFrom(staged, event);
        }
    }

    private void stage(
            EventKind kind, int instrument, int flags, long timeMs, long sequence, long a, long b, long c, long d) {
        // Checked here, so that a frame that names an instrument nobody knows is refused before any of it reaches a
        // queue.
        Objects.checkIndex(instrument, laneOfInstrument.length);
        staged.add(kind, venueIndex, flags, timeMs, sequence, a, b, c, d);
        staged.setTag(staged.size() - 1, instrument);
    }

    @Override
    public void trade(
            int instrument,
            long exchangeTimeMs,
            long firstTradeId,
            long lastTradeId,
            long aggregateId,
            long priceMantissa,
            long quantityMantissa,
            int flags) {
        stage(
                EventKind.TRADE,
                instrument,
                flags,
                exchangeTimeMs,
                lastTradeId,
                priceMantissa,
                quantityMantissa,
                firstTradeId,
                aggregateId);
    }

    @Override
    public void bookTicker(
            int instrument,
            long exchangeTimeMs,
            long updateId,
            long bidPriceMantissa,
            long bidQuantityMantissa,
            long askPriceMantissa,
            long askQuantityMantissa,
            int flags) {
        stage(
                EventKind.BOOK_TICKER,
                instrument,
                flags,
                exchangeTimeMs,
                updateId,
                bidPriceMantissa,
                bidQuantityMantissa,
                askPriceMantissa,
                askQuantityMantissa);
    }

    @Override
    public void markPrice(
            int instrument,
            long exchangeTimeMs,
            long markPriceMantissa,
            long indexPriceMantissa,
            long fundingRateMantissa,
            long nextFundingTimeMs,
            int flags) {
        stage(
                EventKind.MARK_PRICE,
                instrument,
                flags,
                exchangeTimeMs,
                0,
                markPriceMantissa,
                indexPriceMantissa,
                fundingRateMantissa,
                nextFundingTimeMs);
    }

    @Override
    public void liquidation(
            int instrument,
            long exchangeTimeMs,
            long averagePriceMantissa,
            long filledQuantityMantissa,
            long orderPriceMantissa,
            long orderQuantityMantissa,
            int flags) {
        stage(
                EventKind.LIQUIDATION,
                instrument,
                flags,
                exchangeTimeMs,
                0,
                averagePriceMantissa,
                filledQuantityMantissa,
                orderPriceMantissa,
                orderQuantityMantissa);
    }

    @Override
    public void openInterest(int instrument, long exchangeTimeMs, long openInterestMantissa, int flags) {
        stage(EventKind.OPEN_INTEREST, instrument, flags, exchangeTimeMs, 0, openInterestMantissa, 0, 0, 0);
    }

    @Override
    public void funding(
            int instrument,
            long exchangeTimeMs,
            long fundingRateMantissa,
            long fundingTimeMs,
            int intervalMinutes,
            int flags) {
        stage(
                EventKind.FUNDING,
                instrument,
                flags,
                exchangeTimeMs,
                0,
                fundingRateMantissa,
                fundingTimeMs,
                intervalMinutes,
                0);
    }

    @Override
    public void ignored(String reason) {
        counts.addIgnored(reason);
    }

    @Override
    public void unconfigured(byte[] bytes, int symbolOffset, int symbolLength) {
        counts.addUnconfigured(new String(bytes, symbolOffset, symbolLength, StandardCharsets.UTF_8));
    }
}
