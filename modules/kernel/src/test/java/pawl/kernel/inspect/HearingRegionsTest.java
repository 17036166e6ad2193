package pawl.kernel.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pawl.api.plugin.StateBlock;

/** The bits are those of docs/format.md. */
class HearingRegionsTest {
    @Test
    void namesAVenuesAdapter() {
        long[] words = {256, 1, 0, 0, 0, 0, 3, 2, 0x0123456789abcdefL, 0, 0, -1};
        assertThat(shown("adapters", words).entrySet())
                .extracting(Object::toString)
                .containsExactly(
                        "venue0.failureLevel=256",
                        "venue0.isInQuarantine=true",
                        "venue0.isOtherAdapter=false",
                        "venue1.failureLevel=3",
                        "venue1.isInQuarantine=false",
                        "venue1.isOtherAdapter=true",
                        "venue1.adapter=0123456789abcdef" + "0".repeat(32) + "f".repeat(16));
    }

    /** A byte for each type of event from the lowest on: bits 0 to 2 the state logged, 3 to 5 the one heard, 6 sampled. */
    @Test
    void namesTheStreamsThatWereHeardOf() {
        long trades = 0b0_011_101;
        long liquidations = 0b1_011_011;
        assertThat(shown("streams", new long[] {0, trades | liquidations << 24}).entrySet())
                .extracting(Object::toString)
                .containsExactly(
                        "venue1.TRADE.logged=STALE",
                        "venue1.TRADE.heard=SYNCHRONIZED",
                        "venue1.TRADE.isSampled=false",
                        "venue1.LIQUIDATION.logged=SYNCHRONIZED",
                        "venue1.LIQUIDATION.heard=SYNCHRONIZED",
                        "venue1.LIQUIDATION.isSampled=true");
    }

    private static Map<String, Object> shown(String region, long[] words) {
        return new RegionTexts(Optional.empty()).of(region, new StateBlock(words, 0, words.length));
    }
}
