package pawl.plugin.exchange.binance;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;

/** The order inside a {@code forceOrder}. */
final class LiquidationDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    LiquidationDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    /** @param order the fields of {@code o} */
    void decode(MessageFields order, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(order, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        Token token = instruments.token(instrument);
        sink.liquidation(
                instrument,
                numbers.whole(order, 'T'),
                numbers.atLeast0(order, MessageFields.AVERAGE_PRICE, token.markExponent()),
                numbers.atLeast0(order, 'z', token.quantityExponent()),
                numbers.atLeast0(order, 'p', token.markExponent()),
                numbers.atLeast0(order, 'q', token.quantityExponent()),
                // The venue publishes the latest order of each second only.
                EventFlag.SAMPLED | sideFlag(order));
    }

    /** {@code S} is the side of the forced order, so a sale closes a long. */
    private static int sideFlag(MessageFields order) throws FrameRefusedException {
        if (order.is('S', "SELL")) {
            return EventFlag.LONG_LIQUIDATED;
        }
        if (order.is('S', "BUY")) {
            return 0;
        }
        throw order.badValue('S', "BUY or SELL");
    }
}
