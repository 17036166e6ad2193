package pawl.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.function.Consumer;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;

/** What holds of a provider of any kind. */
final class Identity {
    private static final String PATH = "conformance.settings";
    private static final String UNKNOWN = "zzNoSuchSetting";

    private Identity() {}

    /** A permanent id that starts with the kind, and a class that ServiceLoader can make. */
    static void require(PluginProvider provider, String kind) {
        if (!provider.id().matches(kind + "[a-z0-9-]+")) {
            fail("the id is \"" + provider.id() + "\"; it is " + kind + " and lower-case letters, digits and hyphens");
        }
        assertEquals(provider.id(), provider.id(), "the id asked twice");
        Class<?> type = provider.getClass();
        if (!Modifier.isPublic(type.getModifiers())) {
            fail(type + " is not public, so ServiceLoader cannot make it");
        }
        try {
            if (!Modifier.isPublic(type.getDeclaredConstructor().getModifiers())) {
                fail("the constructor of " + type + " without parameters is not public");
            }
        } catch (NoSuchMethodException e) {
            throw new AssertionError(type + " has no constructor without parameters", e);
        }
    }

    /** A setting that the plugin does not have is refused by its path, so that a typing error is found. */
    static void requireUnknownSettingRefused(Consumer<Settings> creation) {
        Settings unknown = Settings.of(PATH, Map.of(UNKNOWN, 1));
        SettingsException refusal = assertThrows(SettingsException.class, () -> creation.accept(unknown));
        if (!String.valueOf(refusal.getMessage()).contains(PATH + "." + UNKNOWN)) {
            fail("the refusal of a setting names its path: " + refusal.getMessage());
        }
    }
}
