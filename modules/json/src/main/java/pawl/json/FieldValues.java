package pawl.json;

import java.nio.charset.StandardCharsets;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.FrameRefusedException.Reason;

/**
 * Where the values of numbered fields stand in a frame. Values are read from the frame later and only where they are wanted. Each
 * method that takes a field that is not there refuses the frame, unless it says otherwise.
 */
public interface FieldValues {
    /** The frame. */
    JsonScanner json();

    /** Whether the field is there, be it {@code null} or empty. */
    boolean has(int field);

    /** Where the value's first byte stands in the frame, after the quote where it is a text. */
    int from(int field) throws FrameRefusedException;

    /** Where the value of a field that is there ends in the frame, before the quote where it is a text. */
    int to(int field);

    /** The field as a message names it, for example {@code bookTicker: field "b"}. */
    String describe(int field);

    /** The array that the frame stands in. */
    default byte[] bytes() {
        return json().bytes();
    }

    /** Of the value in bytes, quotes aside. */
    default int length(int field) throws FrameRefusedException {
        return to(field) - from(field);
    }

    /** Whether the value is written in quotes. */
    default boolean isText(int field) throws FrameRefusedException {
        return bytes()[from(field) - 1] == '"';
    }

    /** Whether the value is an empty text, by which many venues say that there is none. */
    default boolean isEmptyText(int field) throws FrameRefusedException {
        return length(field) == 0;
    }

    /** Whether the field is there and says something: neither {@code null} nor an empty text. */
    default boolean hasValue(int field) throws FrameRefusedException {
        return has(field) && !isEmptyText(field) && (isText(field) || !is(field, "null"));
    }

    /** Whether the value, be it a text or not, is written with exactly these ASCII characters. */
    default boolean is(int field, String value) throws FrameRefusedException {
        return json().is(value, from(field), to(field));
    }

    /** Whether the value is written with an escape, so that its bytes are not its text. */
    default boolean isEscaped(int field) throws FrameRefusedException {
        byte[] bytes = bytes();
        for (int at = from(field); at < to(field); at++) {
            if (bytes[at] == '\\') {
                return true;
            }
        }
        return false;
    }

    /** The value as it is written, quotes aside. Allocates. */
    default String text(int field) throws FrameRefusedException {
        return new String(bytes(), from(field), length(field), StandardCharsets.UTF_8);
    }

    /** The position of a list's name that a text is; {@link NameTable#ABSENT} where it is none of them. */
    default int find(int field, NameTable names) throws FrameRefusedException {
        return names.find(bytes(), from(field), length(field));
    }

    /** A refusal of a value, for example {@code bookTicker: field "B" is "-1"; a number of at least 0 is expected}. */
    default FrameRefusedException badValue(int field, String expected) throws FrameRefusedException {
        return refusal(Reason.BAD_VALUE, field, expected + " is expected");
    }

    /** A refusal of a value for the reason and with the remark given. */
    default FrameRefusedException refusal(Reason reason, int field, String remark) throws FrameRefusedException {
        int from = from(field);
        String value = Quote.of(bytes(), from, to(field));
        return json().refusal(reason, from, describe(field) + " is " + value + "; " + remark);
    }
}
