package pawl.plugin.exchange.binance;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;

/** {@code markPriceUpdate}, alone or in the array of all symbols. */
final class MarkPriceDecoder {
    /** Why a message whose mark price is 0 is of no use: the contract is not traded yet, or no longer. */
    static final String NO_MARK_PRICE = "noMarkPrice";

    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    MarkPriceDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(MessageFields fields, EventSink sink) throws FrameRefusedException {
        int instrument = instruments.of(fields, sink);
        if (instrument == Instruments.UNCONFIGURED) {
            return;
        }
        Token token = instruments.token(instrument);
        numbers.clearRounded();
        long markPrice = price(fields, 'p', token);
        if (markPrice == 0) {
            sink.ignored(NO_MARK_PRICE);
            return;
        }
        long indexPrice = fields.has('i') && fields.length('i') > 0 ? price(fields, 'i', token) : 0;
        // A delivery contract has no funding: its r is empty and its T is 0.
        boolean withFunding = fields.has('r') && fields.length('r') > 0 && fields.has('T');
        long nextFundingTimeMs = withFunding ? numbers.whole(fields, 'T') : 0;
        withFunding = nextFundingTimeMs != 0;
        long fundingRate = withFunding ? numbers.rounded(fields, 'r', Token.FUNDING_RATE_EXPONENT) : 0;
        sink.markPrice(
                instrument,
                numbers.whole(fields, 'E'),
                markPrice,
                indexPrice,
                fundingRate,
                nextFundingTimeMs,
                (indexPrice != 0 ? EventFlag.WITH_INDEX : 0)
                        | (withFunding ? EventFlag.WITH_FUNDING : 0)
                        | (numbers.wasRounded() ? EventFlag.ROUNDED : 0));
    }

    private long price(MessageFields fields, int field, Token token) throws FrameRefusedException {
        long mantissa = numbers.rounded(fields, field, token.markExponent());
        if (mantissa < 0) {
            throw fields.badValue(field, "a price of at least 0");
        }
        return mantissa;
    }
}
