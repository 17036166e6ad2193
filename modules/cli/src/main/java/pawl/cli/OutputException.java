package pawl.cli;

import java.io.IOException;
import java.util.Optional;

/** A standard stream takes no more. Unchecked, for it passes through callbacks of the kernel and the JSON generator. */
final class OutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputException(IOException cause) {
        super(Optional.ofNullable(cause.getMessage()).orElse("no reason given"), cause);
    }

    /** Whether the other end of a pipe was closed. */
    boolean isBrokenPipe() {
        return String.valueOf(getMessage()).contains("Broken pipe");
    }
}
