package pawl.cli;

import java.util.List;
import java.util.stream.Collectors;

/** The value of a record's or a snapshot's field, for people. */
final class FieldText {
    private FieldText() {}

    /** @param value a text, {@link Long}, {@link Double}, {@link Boolean} or a list of texts */
    static String of(Object value) {
        return switch (value) {
            case Double number -> Figures.plain(number);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }
}
