package pawl.plugin.tier.liquidity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoundaryTest {
    private static final double BAND = 0.25;

    @ParameterizedTest
    @CsvSource({
        "1250, true,  7.5,  true,  false",
        "1249, true,  7.5,  false, false",
        "1250, true,  7.6,  false, false",
        "1250, false, 0,    false, false",
        "751,  true,  12.4, false, false",
        "750,  true,  1,    false, true",
        "9999, true,  12.5, false, true",
        "9999, false, 99,   false, false"
    })
    void bothMeasures(double notional, boolean hasSpread, double spreadBps, boolean admits, boolean expels) {
        check(new Boundary(1_000, 10), notional, hasSpread, spreadBps, admits, expels);
    }

    @ParameterizedTest
    @CsvSource({"0, true, 7.5, true, false", "0, true, 10, false, false", "0, true, 12.5, false, true"})
    void spreadOnly(double notional, boolean hasSpread, double spreadBps, boolean admits, boolean expels) {
        check(new Boundary(Boundary.NO_NOTIONAL, 10), notional, hasSpread, spreadBps, admits, expels);
    }

    @ParameterizedTest
    @CsvSource({"1250, false, 0, true, false", "0, true, 9999, false, true"})
    void notionalOnly(double notional, boolean hasSpread, double spreadBps, boolean admits, boolean expels) {
        check(new Boundary(1_000, Boundary.NO_SPREAD_BPS), notional, hasSpread, spreadBps, admits, expels);
    }

    private static void check(
            Boundary boundary, double notional, boolean hasSpread, double spreadBps, boolean admits, boolean expels) {
        assertThat(boundary.admits(notional, hasSpread, spreadBps, BAND)).isEqualTo(admits);
        assertThat(boundary.expels(notional, hasSpread, spreadBps, BAND)).isEqualTo(expels);
    }
}
