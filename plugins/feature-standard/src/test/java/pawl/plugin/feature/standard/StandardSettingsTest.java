package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;

final class StandardSettingsTest {
    @Test
    void everySettingHasADefault() {
        StandardSettings settings = of(Map.of());

        assertThat(settings.sampleTicks()).isEqualTo(4);
        assertThat(settings.divergenceWindowTicks()).isEqualTo(480);
        assertThat(settings.samples(settings.baselineWindowTicks())).isEqualTo(3_600);
        assertThat(settings.fundingInterestPer8h()).isEqualTo(0.0001);
    }

    @ParameterizedTest
    @CsvSource({
        "sampleTicks, 1, 40",
        "openInterestWindowTicks, 4, 14400",
        "openInterestBaselineTicks, 14400, 10368000",
        "openInterestWarmUpValues, 2, 1000",
        "openInterestStaleTicks, 1, 345600",
        "fundingBaselineTicks, 14400, 10368000",
        "fundingStaleTicks, 1, 345600",
        "divergenceWindowTicks, 40, 14400",
        "compressionWindowTicks, 40, 14400",
        "liquidityWindowTicks, 40, 14400",
        "baselineWindowTicks, 14400, 10368000",
        "baselineWarmUpTicks, 40, 345600",
        "quoteStaleTicks, 1, 345600",
        "tradeStaleTicks, 1, 345600",
        "venueReturnTicks, 0, 345600"
    })
    void wholeSettingsHaveARange(String name, long least, long most) {
        assertThat(of(Map.of(name, least))).isNotNull();
        assertThat(of(Map.of(name, most))).isNotNull();
        assertRefused(name, least - 1);
        assertRefused(name, most + 1);
        assertRefused(name, "many");
    }

    @ParameterizedTest
    @CsvSource({"openInterestScalePerHour, 1e-6, 1e3", "fundingScalePer8h, 1e-7, 1", "fundingInterestPer8h, -0.01, 0.01"
    })
    void numbersHaveARange(String name, double least, double most) {
        assertThat(of(Map.of(name, least))).isNotNull();
        assertThat(of(Map.of(name, most))).isNotNull();
        assertRefused(name, Math.nextDown(least));
        assertRefused(name, Math.nextUp(most));
        assertRefused(name, Double.NaN);
    }

    @Test
    void documentationStatesEveryDefault() throws Exception {
        String documentation = Files.readString(Path.of(System.getProperty("pawl.root"), "docs/features.md"));
        for (RecordComponent component : StandardSettings.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(of(Map.of()));
            String text = new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
            assertThat(documentation).contains("| `" + component.getName() + "` | " + text + " |");
        }
    }

    @Test
    void unknownSettingIsNamed() {
        assertRefused("divergenceWindow", 480);
    }

    private static void assertRefused(String name, Object value) {
        assertThatThrownBy(() -> of(Map.of(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("features.settings." + name + ": ");
    }

    private static StandardSettings of(Map<String, ?> values) {
        return StandardSettings.of(Settings.of("features.settings", values));
    }
}
