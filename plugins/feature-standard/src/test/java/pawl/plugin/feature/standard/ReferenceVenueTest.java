package pawl.plugin.feature.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.plugin.StateBlock;
import pawl.plugin.feature.standard.ReferenceVenue.Standing;

final class ReferenceVenueTest {
    private final StateBlock state = new StateBlock(new long[StateWords.COUNT], 0, StateWords.COUNT);

    @ParameterizedTest
    @EnumSource
    void followsTheHighestPriorityHeard(ReferenceVenue kind) {
        assertThat(kind.admit(state, 255)).isEqualTo(Standing.NEWLY_FOLLOWED);
        assertThat(kind.admit(state, 255)).isEqualTo(Standing.FOLLOWED);
        assertThat(kind.admit(state, 3)).isEqualTo(Standing.NEWLY_FOLLOWED);
        assertThat(kind.admit(state, 255)).isEqualTo(Standing.IGNORED);
        assertThat(kind.admit(state, 0)).isEqualTo(Standing.NEWLY_FOLLOWED);
        assertThat(kind.admit(state, 3)).isEqualTo(Standing.IGNORED);
        assertThat(kind.admit(state, 0)).isEqualTo(Standing.FOLLOWED);
    }

    @Test
    void kindsAreApart() {
        for (ReferenceVenue kind : ReferenceVenue.values()) {
            assertThat(kind.admit(state, 10 + kind.ordinal())).isEqualTo(Standing.NEWLY_FOLLOWED);
        }
        for (ReferenceVenue kind : ReferenceVenue.values()) {
            assertThat(kind.admit(state, 10 + kind.ordinal())).isEqualTo(Standing.FOLLOWED);
        }
    }
}
