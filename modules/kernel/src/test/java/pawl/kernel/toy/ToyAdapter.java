package pawl.kernel.toy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import pawl.api.event.EventFlag;
import pawl.api.event.EventSink;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;
import pawl.api.token.Instrument;

/**
 * A venue whose frames are texts, of one event or several with semicolons between:
 *
 * <pre>
 * T symbol timeMs id price quantity B|S        a trade, the taker bought or sold
 * F symbol timeMs id price quantity B|S        the same, fetched afterwards
 * Q symbol timeMs id bid quantity ask quantity a quote
 * L symbol timeMs price quantity               a liquidation
 * refuse                                       the frame is refused there
 * throw                                        the adapter fails there
 * overflow, unlinked, uninitial, sneaky        it fails there with an error, or what it did not declare
 * memory                                       it finds no memory there
 * stranger                                     a trade of an instrument that does not exist
 * ignore                                       a message of no use
 * </pre>
 */
public final class ToyAdapter implements ExchangeAdapter {
    private final List<Instrument> instruments;

    public ToyAdapter(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    @Override
    public void decode(byte[] bytes, int offset, int length, EventSink sink) throws FrameRefusedException {
        String frame = new String(bytes, offset, length, StandardCharsets.UTF_8);
        for (String event : frame.split(";", -1)) {
            decode(event.split(" ", -1), event, sink);
        }
    }

    private void decode(String[] words, String event, EventSink sink) throws FrameRefusedException {
        switch (words[0]) {
            case "T", "F", "Q", "L" -> decodeOfSymbol(words, sink);
            case "ignore" -> sink.ignored("toy");
            case "throw" -> throw new IllegalStateException("the toy broke");
            case "overflow" -> throw new StackOverflowError();
            case "unlinked" -> throw new NoSuchMethodError("gone");
            case "uninitial" -> throw new ExceptionInInitializerError();
            case "memory" -> throw new OutOfMemoryError("of the toy's");
            case "sneaky" -> ToyAdapter.<RuntimeException>sneak(new IOException("unseen"));
            case "stranger" -> sink.trade(instruments.size(), 0, 1, 1, 0, 1, 1, 0);
            default -> throw new FrameRefusedException(Reason.MALFORMED, 7, "no event is \"" + event + "\"");
        }
    }

    /** Throws what no caller is told of. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private void decodeOfSymbol(String[] words, EventSink sink) throws FrameRefusedException {
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(words[1])) {
                decode(words, instrument, sink);
                return;
            }
        }
        byte[] symbol = words[1].getBytes(StandardCharsets.UTF_8);
        sink.unconfigured(symbol, 0, symbol.length);
    }

    private static void decode(String[] words, Instrument of, EventSink sink) throws FrameRefusedException {
        int price = of.token().priceExponent();
        int quantity = of.token().quantityExponent();
        long timeMs = Long.parseLong(words[2]);
        switch (words[0]) {
            case "T", "F" -> {
                long id = Long.parseLong(words[3]);
                int flags = (words[6].equals("S") ? EventFlag.TAKER_SOLD : 0)
                        | (words[0].equals("F") ? EventFlag.BACKFILLED : 0);
                sink.trade(
                        of.index(), timeMs, id, id, 0, mantissa(words[4], price), mantissa(words[5], quantity), flags);
            }
            case "Q" ->
                sink.bookTicker(
                        of.index(),
                        timeMs,
                        Long.parseLong(words[3]),
                        mantissa(words[4], price),
                        mantissa(words[5], quantity),
                        mantissa(words[6], price),
                        mantissa(words[7], quantity),
                        0);
            default -> {
                long atMarkExponent = mantissa(words[3], of.token().markExponent());
                long filled = mantissa(words[4], quantity);
                sink.liquidation(of.index(), timeMs, atMarkExponent, filled, atMarkExponent, filled, 0);
            }
        }
    }

    private static long mantissa(String text, int exponent) throws FrameRefusedException {
        try {
            return new BigDecimal(text).scaleByPowerOfTen(-exponent).longValueExact();
        } catch (ArithmeticException e) {
            throw new FrameRefusedException(Reason.DOES_NOT_FIT, 0, text + " does not fit");
        }
    }
}
