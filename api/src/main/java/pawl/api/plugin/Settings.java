package pawl.api.plugin;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plugin's own part of the configuration: names to texts, numbers and booleans. Immutable. Each getter throws
 * {@link SettingsException} when the value is of another type or outside the range it is asked for.
 */
public final class Settings {
    private final String path;
    private final Map<String, Object> values;

    private Settings(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /**
     * @param path where these settings stand in the configuration, for messages
     * @param values texts, numbers and booleans
     */
    public static Settings of(String path, Map<String, ?> values) {
        return new Settings(path, new TreeMap<>(values));
    }

    /** @throws SettingsException when there is a setting of any other name */
    public void allowOnly(String... names) {
        for (String name : values.keySet()) {
            if (!Arrays.asList(names).contains(name)) {
                throw new SettingsException(
                        path + "." + name,
                        "unknown setting; allowed are " + (names.length == 0 ? "none" : String.join(", ", names)));
            }
        }
    }

    /** The whole number of that name, or the fallback where there is none. */
    public long whole(String name, long fallback, long least, long most) {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        boolean isWhole = value instanceof Integer || value instanceof Long;
        if (!isWhole || ((Number) value).longValue() < least || ((Number) value).longValue() > most) {
            throw new SettingsException(
                    path + "." + name, value + " is not allowed; a whole number from " + least + " to " + most + " is");
        }
        return ((Number) value).longValue();
    }

    /** The number of that name, or the fallback where there is none. */
    public double number(String name, double fallback, double least, double most) {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        // Written so that NaN is refused too.
        if (!(value instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most)) {
            throw new SettingsException(
                    path + "." + name, value + " is not allowed; a number from " + least + " to " + most + " is");
        }
        return number.doubleValue();
    }

    /** The text of that name, or the fallback where there is none. */
    public String text(String name, String fallback) {
        Object value = values.get(name);
        if (value == null) {
            return fallback;
        }
        if (!(value instanceof String text)) {
            throw new SettingsException(path + "." + name, value + " is not allowed; a text is");
        }
        return text;
    }
}
