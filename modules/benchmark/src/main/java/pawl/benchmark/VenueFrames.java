package pawl.benchmark;

import java.nio.charset.StandardCharsets;
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

    VenueFrames(String symbol) {
        String stream = symbol.toLowerCase(Locale.ROOT);
        trade = bytes("{\"stream\":\"" + stream + "@trade\",\"data\":{\"e\":\"trade\",\"E\":" + TIME + ",\"T\":" + TIME
                + ",\"s\":\"" + symbol + "\",\"t\":" + ID
                + ",\"p\":\"28159.60\",\"q\":\"0.012\",\"X\":\"MARKET\",\"m\":true}}");
        bookTicker = bytes("{\"stream\":\"" + stream + "@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":" + ID
                + ",\"s\":\"" + symbol + "\",\"b\":\"28159.50\",\"B\":\"13.247\",\"a\":\"28159.60\",\"A\":\"5.001\",\"T\":"
                + TIME + ",\"E\":" + TIME + "}}");
        markPrice = bytes("{\"stream\":\"" + stream + "@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\",\"E\":" + TIME
                + ",\"s\":\"" + symbol
                + "\",\"p\":\"28160.12345678\",\"P\":\"28200.00000000\",\"i\":\"28161.00000000\",\"r\":\"0.00010000\",\"T\":"
                + TIME + "}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void stamp(long timeMs, long id) {
        stamp(trade, timeMs, id);
        stamp(bookTicker, timeMs, id);
        stamp(markPrice, timeMs, id);
    }

    /** Every run of 13 digits is a time, every run of 12 an id. */
    private static void stamp(byte[] frame, long timeMs, long id) {
        int run = 0;
        for (int i = 0; i < frame.length; i++) {
            boolean isDigit = frame[i] >= '0' && frame[i] <= '9';
            if (!isDigit && run == TIME_DIGITS) {
                write(frame, i, TIME_DIGITS, timeMs);
            } else if (!isDigit && run == ID_DIGITS) {
                write(frame, i, ID_DIGITS, id);
            }
            run = isDigit ? run + 1 : 0;
        }
    }

    private static void write(byte[] frame, int end, int digits, long value) {
        long rest = value;
        for (int i = end - 1; i >= end - digits; i--) {
            frame[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
