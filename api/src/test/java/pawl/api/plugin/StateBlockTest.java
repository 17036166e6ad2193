package pawl.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateBlockTest {
    private final long[] words = {9, 9, 0, 0, 0, 9};
    private final StateBlock block = new StateBlock(words, 2, 3);

    @Test
    void isAViewOnItsWordsAlone() {
        block.setLong(0, 7);
        block.setDouble(2, -0.25);
        assertThat(words).containsExactly(9, 9, 7, 0, Double.doubleToRawLongBits(-0.25), 9);
        assertThat(block.getLong(0)).isEqualTo(7);
        assertThat(block.getDouble(2)).isEqualTo(-0.25);
        assertThat(block.length()).isEqualTo(3);
        block.clear();
        assertThat(words).containsExactly(9, 9, 0, 0, 0, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void cannotBeLeft(int word) {
        assertThatThrownBy(() -> block.getLong(word)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.setLong(word, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.setDouble(word, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(words).containsExactly(9, 9, 0, 0, 0, 9);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void letsNothingInThatIsNotFinite(double value) {
        assertThatThrownBy(() -> block.setDouble(1, value))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("word 1")
                .hasMessageContaining("D4");
        assertThat(words[3]).isZero();
    }

    @Test
    void mustLieInTheArray() {
        assertThatThrownBy(() -> new StateBlock(words, 4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
