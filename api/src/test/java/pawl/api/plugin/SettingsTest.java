package pawl.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private final Settings settings =
            Settings.of("features.settings", Map.of("window", 40, "scale", 0.5, "name", "a", "big", 1L << 40));

    @Test
    void givesValuesAndFallbacks() {
        assertThat(settings.whole("window", 1, 1, 100)).isEqualTo(40);
        assertThat(settings.whole("big", 1, 1, Long.MAX_VALUE)).isEqualTo(1L << 40);
        assertThat(settings.whole("none", 7, 1, 100)).isEqualTo(7);
        assertThat(settings.number("scale", 1, 0, 1)).isEqualTo(0.5);
        assertThat(settings.number("window", 1, 0, 50)).isEqualTo(40);
        assertThat(settings.number("none", 0.25, 0, 1)).isEqualTo(0.25);
        assertThat(settings.text("name", "b")).isEqualTo("a");
        assertThat(settings.text("none", "b")).isEqualTo("b");
    }

    @Test
    void saysWhereAndWhatIsAllowed() {
        assertThatThrownBy(() -> settings.whole("window", 1, 1, 39))
                .isInstanceOf(SettingsException.class)
                .hasMessage("features.settings.window: 40 is not allowed; a whole number from 1 to 39 is");
        assertThatThrownBy(() -> settings.whole("scale", 1, 0, 39))
                .hasMessage("features.settings.scale: 0.5 is not allowed; a whole number from 0 to 39 is");
        assertThatThrownBy(() -> settings.number("name", 1, 0, 1))
                .hasMessage("features.settings.name: a is not allowed; a number from 0.0 to 1.0 is");
        assertThatThrownBy(() -> settings.text("scale", ""))
                .hasMessage("features.settings.scale: 0.5 is not allowed; a text is");
    }

    @Test
    void refusesNaN() {
        Settings nan = Settings.of("s", Map.of("x", Double.NaN));
        assertThatThrownBy(() -> nan.number("x", 1, 0, 1)).isInstanceOf(SettingsException.class);
    }

    @Test
    void refusesNamesThatAreNotAllowed() {
        settings.allowOnly("window", "scale", "name", "big");
        assertThatThrownBy(() -> settings.allowOnly("window", "scale", "name"))
                .hasMessage("features.settings.big: unknown setting; allowed are window, scale, name");
        assertThatThrownBy(() -> Settings.of("s", Map.of("x", 1)).allowOnly())
                .hasMessage("s.x: unknown setting; allowed are none");
    }
}
