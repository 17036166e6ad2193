package pawl.kernel.live;

/** A plugin failed where its contract forbids it; the message is one line that names the plugin. */
final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what it was to do, after "failed when it was to" */
    PluginFailure(String pluginId, String what, Throwable cause) {
        super(
                "plugin " + pluginId + " failed when it was to " + what + ": "
                        + String.valueOf(cause).lines().findFirst().orElse(""),
                cause);
    }
}
