package pawl.plugin.tier.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.tier.Tier;

final class LiquiditySettingsTest {
    private static final List<Tier> TIERS =
            List.of(new Tier("major", 1.15, 3), new Tier("mid", 1, 2), new Tier("thin", 0.9, 1));
    private static final Map<String, Object> BOUNDARIES =
            Map.of("leastNotionalPerMinute.major", 1e6, "mostSpreadBps.major", 5, "mostSpreadBps.mid", 10);

    @Test
    void eachTierButTheLastHasABoundaryOfOneOrBothMeasures() {
        LiquiditySettings settings = of(BOUNDARIES);

        assertThat(settings.boundaries()).containsExactly(new Boundary(1e6, 5), new Boundary(Boundary.NO_NOTIONAL, 10));
        assertThat(settings.cadenceTicks()).isEqualTo(240);
        assertThat(settings.persistCadences()).isEqualTo(5);
    }

    @Test
    void singleTierNeedsNoBoundary() {
        assertThat(LiquiditySettings.of(TIERS.subList(0, 1), Settings.of("p", Map.of()))
                        .boundaries())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cadenceTicks, 3",
        "cadenceTicks, 345601",
        "windowCadences, 0",
        "warmUpCadences, 0",
        "persistCadences, 0",
        "band, 0.001",
        "band, 0.95",
        "leastNotionalPerMinute.major, 0",
        "mostSpreadBps.mid, 20001",
        "mostSpreadBps.thin, 5",
        "mostSpreadBps.huge, 5"
    })
    void settingOutOfRangeOrUnknownIsNamed(String name, String value) {
        Object number = value.contains(".") ? Double.parseDouble(value) : (Object) Long.parseLong(value);
        assertThatThrownBy(() -> of(with(name, number)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("tierPolicy.settings." + name + ": ");
    }

    @Test
    void missingBoundaryIsNamed() {
        assertThatThrownBy(() -> of(Map.of("mostSpreadBps.mid", 10)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("tier-liquidity.leastNotionalPerMinute.major: missing; every tier but the last needs this,"
                        + " or mostSpreadBps.major, or both");
    }

    @ParameterizedTest
    @CsvSource({"leastNotionalPerMinute.mid, 2000000", "mostSpreadBps.major, 11"})
    void boundariesFollowTheOrderOfTheTiers(String name, double value) {
        assertThatThrownBy(() -> of(with(name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("of the more liquid tier does; it may not");
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> values = new TreeMap<>(BOUNDARIES);
        values.put(name, value);
        return values;
    }

    private static LiquiditySettings of(Map<String, ?> values) {
        return LiquiditySettings.of(TIERS, Settings.of("tierPolicy.settings", values));
    }
}
