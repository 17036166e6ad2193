package pawl.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads arguments that are more than texts; a message says what is allowed. */
final class Arguments {
    private static final long TICK_MS = 250;

    private Arguments() {}

    /** A UTC day. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw refusal("'" + text + "' is no day; write it as 2023-04-05", e);
            }
        }
    }

    /** A moment, as the tick that it lies in. */
    static final class Moment implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Instant.parse(text).toEpochMilli() / TICK_MS;
            } catch (DateTimeParseException e) {
                throw refusal("'" + text + "' is no time; write it in UTC as 2026-07-19T19:00:00Z", e);
            }
        }
    }

    /** A tick's id. */
    static final class Tick implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw refusal("'" + text + "' is no tick; ticks are whole numbers, 250 ms each since 1970", e);
            }
        }
    }

    private static TypeConversionException refusal(String message, Exception cause) {
        TypeConversionException refusal = new TypeConversionException(message);
        refusal.initCause(cause);
        return refusal;
    }
}
