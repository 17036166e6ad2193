package pawl.cli;

import java.util.logging.LogManager;

/**
 * Keeps the libraries beneath the sockets from writing to standard error of themselves: a connection that is cut is told by Pawl in a line,
 * and is no event for a stack trace. With PAWL_DEBUG they are heard.
 */
final class LibraryLogs {
    private LibraryLogs() {}

    static void quieten() {
        if (!Failures.isDebugging()) {
            LogManager.getLogManager().reset();
        }
    }
}
