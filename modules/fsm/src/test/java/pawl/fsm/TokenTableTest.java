package pawl.fsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ring, its rows and its codes. */
final class TokenTableTest {
    private static final TokenTable TABLE = new TokenTable(
            new Threshold(0.11, 0.01, 1),
            new Threshold(0.12, 0.02, 2),
            new Threshold(0.13, 0.03, 3),
            new Threshold(0.14, 0.04, 4),
            new Threshold(0.15, 0.05, 5),
            new Threshold(0.16, 0.06, 6));

    @ParameterizedTest
    @EnumSource
    void eachStateMatchesOneRowOutAndOneIn(TokenState state) {
        assertThat(TABLE.rows()).filteredOn(row -> row.from() == state).containsExactly(TABLE.outOf(state));
        assertThat(TABLE.rows()).filteredOn(row -> row.to() == state).containsExactly(TABLE.into(state));
    }

    @Test
    void thereAreNoOtherRows() {
        assertThat(TABLE.rows()).hasSameSizeAs(TokenState.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} -> {1} by {2}, dissipates: {3}")
    @CsvSource({
        "BUILD,         PRESSURE,      HEAT,    false, 1",
        "PRESSURE,      FRAGILE,       HEAT,    true,  2",
        "FRAGILE,       TRIGGER_READY, HEAT,    true,  3",
        "TRIGGER_READY, UNWIND,        RELEASE, true,  4",
        "UNWIND,        COOLDOWN,      CALM,    false, 5",
        "COOLDOWN,      BUILD,         CALM,    false, 6",
    })
    void rows(TokenState from, TokenState to, Measure measure, boolean dissipates, int persistTicks) {
        TokenTable.Row row = TABLE.outOf(from);

        assertThat(row.to()).isEqualTo(to);
        assertThat(row.measure()).isEqualTo(measure);
        assertThat(row.dissipates()).isEqualTo(dissipates);
        assertThat(row.threshold().persistTicks())
                .as("the threshold that is named by %s", to)
                .isEqualTo(persistTicks);
    }

    @Test
    void theRingPassesEachStateOnce() {
        List<TokenState> passed = new ArrayList<>();
        TokenState state = TokenState.BUILD;
        do {
            passed.add(state);
            state = state.next();
        } while (state != TokenState.BUILD);

        assertThat(passed).containsExactly(TokenState.values());
    }

    /** Codes stand in logs: a change here is a new major version of the log. */
    @Test
    void codesArePinned() {
        assertThat(TokenState.values()).extracting(TokenState::code).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(Measure.values()).extracting(Measure::code).containsExactly(1, 2, 3);
        assertThat(StepReason.values()).extracting(StepReason::code).containsExactly(1, 2);
        Set<TokenState> named = EnumSet.noneOf(TokenState.class);
        for (TokenState state : TokenState.values()) {
            named.add(TokenState.ofCode(state.code()));
        }
        assertThat(named).containsExactly(TokenState.values());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 7, Integer.MAX_VALUE})
    void refusesACodeThatNamesNoState(int code) {
        assertThatThrownBy(() -> TokenState.ofCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(code));
    }
}
