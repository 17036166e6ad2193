package pawl.kernel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import pawl.storage.StateRegion;

/** Pins what {@code docs/format.md} says of a block's regions: a change to one of these is a change of the snapshot format. */
class BlockLayoutTest {
    private final BlockLayout layout = new BlockLayout(2, 45, 13, 2, 3);

    @Test
    void regionsHaveTheSizesAndTheOrderThatTheFormatStates() {
        assertThat(layout.regions())
                .containsExactly(
                        new StateRegion("engine", 0, 2),
                        new StateRegion("adapters", 2, 2 * 6),
                        new StateRegion("streams", 14, 2),
                        new StateRegion("freshness", 16, 2 * 3),
                        new StateRegion("price", 22, 2),
                        new StateRegion("machine", 24, 9),
                        new StateRegion("events", 33, 2 * 6),
                        new StateRegion("clusters", 45, 3 * 8),
                        new StateRegion("features", 69, 45),
                        new StateRegion("tier", 114, 13),
                        new StateRegion("candles", 127, 42),
                        new StateRegion("canonical", 169, 1 + 2 * 130));
        assertThat(layout.words()).isEqualTo(430);
    }

    @Test
    void viewsOfTokensDoNotOverlap() {
        long[] blocks = new long[2 * layout.words()];
        layout.view(blocks, 0, "canonical").setLong(260, 7);
        layout.view(blocks, 1, "engine").setLong(0, 9);
        assertThat(blocks[layout.words() - 1]).isEqualTo(7);
        assertThat(blocks[layout.words()]).isEqualTo(9);
    }

    @Test
    void thereIsNoRegionOfAnotherName() {
        assertThatThrownBy(() -> layout.view(new long[layout.words()], 0, "console"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
