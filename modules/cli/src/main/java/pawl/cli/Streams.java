package pawl.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;

/** Where a command writes: results to standard output, problems and progress to standard error. */
final class Streams {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Output out;
    private final Output error;
    private final boolean errorIsTerminal;

    /** @param errorIsTerminal whether a line on standard error may be redrawn */
    Streams(Output out, Output error, boolean errorIsTerminal) {
        this.out = out;
        this.error = error;
        this.errorIsTerminal = errorIsTerminal;
    }

    /** Java cannot tell whether standard error is a terminal; bin/pawl can, and says so in a property. */
    static Streams ofProcess() {
        return new Streams(
                new Output(new FileOutputStream(FileDescriptor.out)),
                new Output(new FileOutputStream(FileDescriptor.err)),
                Boolean.getBoolean("pawl.terminal"));
    }

    Output out() {
        return out;
    }

    Output error() {
        return error;
    }

    boolean errorIsTerminal() {
        return errorIsTerminal;
    }

    void line(String line) {
        out.write(printable(line));
        out.write('\n');
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    JsonWriter json() {
        return new JsonWriter(out);
    }

    /** What stopped the command, after what it had written until then. */
    void failure(String message) {
        try {
            out.flush();
        } catch (OutputException _) {
            // The failure is told all the same; it decides the exit code.
        }
        errorLine("pawl: " + message);
    }

    void errorLine(String line) {
        error.write(printable(line));
        error.write('\n');
        error.flush();
    }

    /** Puts a text in place of the line that the last call put there; an empty text leaves none. */
    void redrawErrorLine(String text) {
        error.write(CLEAR_LINE);
        error.write(printable(text));
        error.flush();
    }

    void flush() {
        out.flush();
        error.flush();
    }

    /** Messages may quote what a venue sent: they stay one line and cannot steer a terminal. */
    private static String printable(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(unit -> printable.append(Character.isISOControl(unit) ? ' ' : (char) unit));
        return printable.toString();
    }
}
