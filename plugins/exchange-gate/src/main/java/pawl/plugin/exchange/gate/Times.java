package pawl.plugin.exchange.gate;

import pawl.api.exchange.FrameRefusedException;
import pawl.json.FieldNumbers;
import pawl.json.FieldValues;

/** The venue's times, which it writes in seconds, and since 2021 in milliseconds beside them. */
final class Times {
    private static final long SECOND_MS = 1_000;
    /** The year 5138 in seconds, and 1973 in milliseconds: the venue is younger, and does not think that far. */
    private static final long LEAST_MS = 100_000_000_000L;

    private Times() {}

    /** In ms: of the one field where it says something, else of the other, which is in seconds. */
    static long ms(FieldNumbers numbers, FieldValues fields, int msField, int secondsField)
            throws FrameRefusedException {
        if (fields.hasValue(msField)) {
            long timeMs = numbers.whole(fields, msField);
            if (timeMs != 0 || !fields.hasValue(secondsField)) {
                return timeMs;
            }
        }
        return secondsOrMs(numbers, fields, secondsField);
    }

    /** In ms, of a field that is in either unit: a field {@code time} of liquidations changed from one to the other in 2026. */
    private static long secondsOrMs(FieldNumbers numbers, FieldValues fields, int field) throws FrameRefusedException {
        long time = numbers.whole(fields, field);
        return time < LEAST_MS ? time * SECOND_MS : time;
    }
}
