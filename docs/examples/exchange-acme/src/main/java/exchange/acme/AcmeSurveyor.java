package exchange.acme;

import static exchange.acme.AcmeMessage.CHANNEL;
import static exchange.acme.AcmeMessage.PRICE;
import static exchange.acme.AcmeMessage.QUANTITY;
import static exchange.acme.AcmeMessage.SYMBOL;

import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.json.FieldNumbers;
import pawl.json.JsonFields;

/** What {@code pawl replay --auto} learns of symbols that nobody configured: how fine their trades' numbers are. */
final class AcmeSurveyor implements InstrumentSurveyor {
    private final AcmeMessage message = new AcmeMessage();

    @Override
    public void survey(byte[] bytes, int offset, int length, Findings findings) throws FrameRefusedException {
        JsonFields fields = message.read(bytes, offset, length);
        if (fields.has(CHANNEL) && fields.is(CHANNEL, "trade")) {
            findings.instrument(
                    fields.text(SYMBOL),
                    FieldNumbers.writtenDecimals(fields, PRICE),
                    FieldNumbers.writtenDecimals(fields, QUANTITY));
        }
    }
}
