package pawl.config;

import java.util.OptionalInt;

/**
 * One thing that is wrong with a configuration, and what is allowed instead. Control characters, which could break the line, show
 * as question marks.
 *
 * @param file as the user named it
 * @param line in the file, from 1, where it is known
 * @param path of keys, parted by dots, and of positions from 0, for example {@code tokens[2].tier}; empty for the file as a whole
 */
public record ConfigurationProblem(String file, OptionalInt line, String path, String message) {
    public ConfigurationProblem {
        path = printable(path);
        message = printable(message);
    }

    /** One whose line is not known. */
    public ConfigurationProblem(String file, String path, String message) {
        this(file, OptionalInt.empty(), path, message);
    }

    /** One line: {@code config/pawl.yaml:27: tokens[2].tier: "majr" is not a tier; …}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        line.ifPresent(number -> text.append(':').append(number));
        text.append(": ");
        if (!path.isEmpty()) {
            text.append(path).append(": ");
        }
        return text.append(message).toString();
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : '?'));
        return printable.toString();
    }

    /** Neither a control or formatting character, nor a separator of lines, nor half of a pair. */
    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
