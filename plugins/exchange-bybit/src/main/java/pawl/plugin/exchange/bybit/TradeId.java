package pawl.plugin.exchange.bybit;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldValues;

/**
 * The 64 bits that stand for a trade's UUID: its first 64 bits exclusive-or its last 64. Of either half some bits are the same in
 * all of the venue's UUIDs (version 5, variant 1), never the same ones, so that all 64 tell trades apart.
 */
final class TradeId {
    private static final int CHARACTERS = 36;
    private static final int DIGIT_BITS = 4;
    private static final int DIGITS_OF_HALF = 16;

    private TradeId() {}

    static long of(FieldValues fields, int field) throws FrameRefusedException {
        int from = fields.from(field);
        byte[] bytes = fields.bytes();
        long first = 0;
        long last = 0;
        int digits = 0;
        boolean isUuid = fields.isText(field) && fields.length(field) == CHARACTERS;
        for (int i = 0; isUuid && i < CHARACTERS; i++) {
            byte c = bytes[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                isUuid = c == '-';
            } else {
                int digit = digit(c);
                isUuid = digit >= 0;
                if (digits++ < DIGITS_OF_HALF) {
                    first = first << DIGIT_BITS | digit;
                } else {
                    last = last << DIGIT_BITS | digit;
                }
            }
        }
        if (!isUuid) {
            throw fields.badValue(field, "a UUID");
        }
        return first ^ last;
    }

    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
