package pawl.plugin.exchange.bybit;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** Open interest of one side: the venue's own figure where it sends it, else half of both sides'. */
final class InterestDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    InterestDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    /**
     * @param single the field of one side's
     * @param both the field of both sides' together
     */
    void decode(FieldValues fields, int single, int both, int instrument, long exchangeTimeMs, EventSink sink)
            throws FrameRefusedException {
        boolean isSingle = fields.hasValue(single);
        int field = isSingle ? single : both;
        numbers.clearRounded();
        long interest = numbers.rounded(
                fields,
                field,
                instruments.token(instrument).quantityExponent(),
                isSingle ? instruments.size(instrument) : instruments.half(instrument));
        if (interest < 0) {
            throw fields.badValue(field, "a number of at least 0");
        }
        sink.openInterest(instrument, exchangeTimeMs, interest, numbers.wasRounded() ? EventFlag.ROUNDED : 0);
    }
}
