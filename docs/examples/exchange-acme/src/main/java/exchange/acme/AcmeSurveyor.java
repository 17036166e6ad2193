package exchange.acme;

import static exchange.acme.AcmeMessage.BID;
import static exchange.acme.AcmeMessage.BID_QUANTITY;
import static exchange.acme.AcmeMessage.PRICE;
import static exchange.acme.AcmeMessage.QUANTITY;
import static exchange.acme.AcmeMessage.SYMBOL;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/** What {@code pawl replay --auto} learns of symbols that nobody configured: how fine the numbers of their trades and quotes are. */
final class AcmeSurveyor implements InstrumentSurveyor {
    private final AcmeMessage message = new AcmeMessage();

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        JsonFields fields = message.read(bytes, offset, length);
        if (fields.has(SYMBOL)) {
            boolean isTrade = fields.has(PRICE);
            findings.instrument(
                    fields.text(SYMBOL),
                    FieldNumbers.writtenDecimals(fields, isTrade ? PRICE : BID),
                    FieldNumbers.writtenDecimals(fields, isTrade ? QUANTITY : BID_QUANTITY));
        }
    }
}
