package pawl.plugin.exchange.okx;

import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.token.Token;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** {@code open-interest}: of one side; {@code oiCcy} in base units, with the dust of the venue's floating point, else {@code oi}. */
final class OpenInterestDecoder {
    private final Instruments instruments;
    private final FieldNumbers numbers = new FieldNumbers();

    OpenInterestDecoder(Instruments instruments) {
        this.instruments = instruments;
    }

    void decode(int instrument, FieldValues row, EventSink sink) throws FrameRefusedException {
        Token token = instruments.token(instrument);
        boolean isInBaseUnits = row.hasValue(Row.OPEN_INTEREST_BASE);
        numbers.clearRounded();
        long openInterest = isInBaseUnits
                ? numbers.rounded(row, Row.OPEN_INTEREST_BASE, token.quantityExponent())
                : numbers.rounded(
                        row,
                        Row.OPEN_INTEREST_CONTRACTS,
                        token.quantityExponent(),
                        instruments.contractSize(instrument));
        if (openInterest < 0) {
            throw row.badValue(
                    isInBaseUnits ? Row.OPEN_INTEREST_BASE : Row.OPEN_INTEREST_CONTRACTS, "a number of at least 0");
        }
        int flags = numbers.wasRounded() ? EventFlag.ROUNDED : 0;
        sink.openInterest(instrument, numbers.whole(row, Row.TIME), openInterest, flags);
    }
}
