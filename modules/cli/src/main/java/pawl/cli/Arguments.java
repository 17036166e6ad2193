package pawl.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
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

    /** A length of time: a whole number and s, m or h. */
    static final class Span implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
            boolean isWhole =
                    !digits.isEmpty() && digits.length() < 8 && digits.chars().allMatch(Character::isDigit);
            long count = isWhole ? Long.parseLong(digits) : 0;
            if (count > 0) {
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> {
                        return Duration.ofSeconds(count);
                    }
                    case 'm' -> {
                        return Duration.ofMinutes(count);
                    }
                    case 'h' -> {
                        return Duration.ofHours(count);
                    }
                    default -> {
                        // Told below, with what is allowed.
                    }
                }
            }
            throw new TypeConversionException("'" + text + "' is no length of time; write it as 90s, 10m or 24h");
        }
    }

    /** A number of an option, from 1 on. */
    static int inRange(String option, int number, int most) throws PawlException {
        if (number < 1 || number > most) {
            throw new PawlException(Kind.USAGE, option + " " + number + " is not allowed; it must be 1 to " + most);
        }
        return number;
    }

    private static TypeConversionException refusal(String message, Exception cause) {
        TypeConversionException refusal = new TypeConversionException(message);
        refusal.initCause(cause);
        return refusal;
    }
}
