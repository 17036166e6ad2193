package pawl.kernel.plugin;

/** Why one folder or jar gives no plugin, and what to do about it, in one line. */
final class PluginRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    PluginRefusedException(String message) {
        super(message);
    }

    PluginRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
