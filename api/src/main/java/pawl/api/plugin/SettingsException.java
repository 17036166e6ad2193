package pawl.api.plugin;

/** A setting that a plugin cannot take: one line with its path and what is allowed there. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param path of the setting in the configuration, for example {@code features.settings.window} */
    public SettingsException(String path, String message) {
        super(path + ": " + message);
    }
}
