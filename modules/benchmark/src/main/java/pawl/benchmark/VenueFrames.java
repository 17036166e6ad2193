package pawl.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One symbol's frames in wire format, whose ids and times are written anew in place, without allocation. */
final class VenueFrames {
    private static final int TIME_DIGITS = 13;
    private static final int ID_DIGITS = 12;
    private static final String TIME = "0".repeat(TIME_DIGITS);
    private static final String ID = "0".repeat(ID_DIGITS);

    final byte[] trade;
    final byte[] bookTicker;
    final byte[] markPrice;
    private final int[] tradeDigits;
    private final int[] bookTickerDigits;
    private final int[] markPriceDigits;
    private final byte[] digits = new byte[TIME_DIGITS + ID_DIGITS];

    VenueFrames(String symbol) {
        String stream = symbol.toLowerCase(Locale.ROOT);
        trade = bytes("{\"stream\":\"" + stream + "@trade\",\"data\":{\"e\":\"trade\",\"E\":" + TIME + ",\"T\":" + TIME
                + ",\"s\":\"" + symbol + "\",\"t\":" + ID
                + ",\"p\":\"28159.60\",\"q\":\"0.012\",\"X\":\"MARKET\",\"m\":true}}");
        bookTicker = bytes("{\"stream\":\"" + stream + "@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":" + ID
                + ",\"s\":\"" + symbol
                + "\",\"b\":\"28159.50\",\"B\":\"13.247\",\"a\":\"28159.60\",\"A\":\"5.001\",\"T\":"
                + TIME + ",\"E\":" + TIME + "}}");
        markPrice =
                bytes("{\"stream\":\"" + stream + "@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":" + TIME
                        + ",\"s\":\"" + symbol
                        + "\",\"p\":\"28160.12345678\",\"P\":\"28200.00000000\",\"i\":\"28161.00000000\",\"r\":\"0.00010000\",\"T\":"
                        + TIME + "}}");
        tradeDigits = places(trade);
        bookTickerDigits = places(bookTicker);
        markPriceDigits = places(markPrice);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes the time and the id into all three frames. */
    void stamp(long timeMs, long id) {
        write(digits, 0, TIME_DIGITS, timeMs);
        write(digits, TIME_DIGITS, ID_DIGITS, id);
        stamp(trade, tradeDigits);
        stamp(bookTicker, bookTickerDigits);
        stamp(markPrice, markPriceDigits);
    }

    private void stamp(byte[] frame, int[] places) {
        for (int place : places) {
            boolean isTime = place >= 0;
            System.arraycopy(
                    digits, isTime ? 0 : TIME_DIGITS, frame, isTime ? place : -place, isTime ? TIME_DIGITS : ID_DIGITS);
        }
    }

    /** Where runs of 13 digits start, which are times, and, negated, runs of 12, which are ids. */
    private static int[] places(byte[] frame) {
        int[] places = new int[frame.length];
        int count = 0;
        int run = 0;
        for (int i = 0; i < frame.length; i++) {
            boolean isDigit = frame[i] >= '0' && frame[i] <= '9';
            if (!isDigit && run == TIME_DIGITS) {
                places[count++] = i - TIME_DIGITS;
            } else if (!isDigit && run == ID_DIGITS) {
                places[count++] = -(i - ID_DIGITS);
            }
            run = isDigit ? run + 1 : 0;
        }
        return Arrays.copyOf(places, count);
    }

    private static void write(byte[] into, int from, int count, long value) {
        long rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
