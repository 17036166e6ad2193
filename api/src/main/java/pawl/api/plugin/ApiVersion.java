package pawl.api.plugin;

/** The version of this API (E8.3): a plugin built for another major is refused. */
public final class ApiVersion {
    public static final int MAJOR = 1;
    public static final int MINOR = 0;
    public static final int PATCH = 0;

    private ApiVersion() {}

    /** In the form {@code major.minor.patch}. */
    public static String text() {
        return MAJOR + "." + MINOR + "." + PATCH;
    }
}
