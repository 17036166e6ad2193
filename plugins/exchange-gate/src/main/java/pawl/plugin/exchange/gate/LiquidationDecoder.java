package pawl.plugin.exchange.gate;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/**
 * {@code futures.public_liquidates}: forced orders, whose size is below zero where they sell, which closes a long.
 *
 * <p>Until 2026-08 the venue published one of a contract's orders a second, and since then, by its own words, all. A message does not
 * say which it is, so all are marked as a sample.
 */
final class LiquidationDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    LiquidationDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        long exchangeTimeMs = Times.ms(numbers, row, Row.TIME_MS, Row.TIME);
        long price = numbers.atLeast0(row, Row.PRICE, token.markExponent());
        long signed = numbers.exact(row, Row.SIZE, token.quantityExponent(), instruments.contractSize(instrument));
        if (signed == 0) {
            sink.ignored(TradeDecoder.NO_SIZE);
            return;
        }
        long quantity = Sizes.unsigned(row, signed);
        int flags = EventFlag.SAMPLED | (signed < 0 ? EventFlag.LONG_LIQUIDATED : 0);
        sink.liquidation(instrument, exchangeTimeMs, 0, quantity, price, quantity, flags);
    }
}
