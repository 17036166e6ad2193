package pawl.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pawl.storage.PluginStamp.Kind.EXCHANGE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final String HASH = "ab".repeat(32);

    @Test
    void doesNotDependOnTheOrderOfLoading() {
        List<PluginStamp> plugins = new ArrayList<>(Samples.IDENTITY.plugins());
        assertThat(new LogIdentity(HASH, plugins)).isEqualTo(new LogIdentity(HASH, plugins.reversed()));
    }

    @Test
    void refusesWhatAHeaderCannotHold() {
        PluginStamp one = new PluginStamp(EXCHANGE, "exchange-a", "1", HASH);
        List<PluginStamp> many = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            many.add(new PluginStamp(EXCHANGE, "exchange-" + i, "1", HASH));
        }
        assertThat(new LogIdentity(HASH, many.subList(0, 28)).plugins()).hasSize(28);
        assertThatIllegalArgumentException().isThrownBy(() -> new LogIdentity(HASH, many));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogIdentity(HASH, List.of(one, one)));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogIdentity("AB".repeat(32), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginStamp(EXCHANGE, "", "1", HASH));
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginStamp(EXCHANGE, "é".repeat(33), "1", HASH));
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginStamp(EXCHANGE, "a", "1".repeat(25), HASH));
        assertThatIllegalArgumentException().isThrownBy(() -> new PluginStamp(EXCHANGE, "a", "1", "ab"));
    }

    @Test
    void aTransitionHoldsFiniteNumbersAndCodesOfOneByte() {
        TransitionRecord t = new TransitionRecord(1, 1, 1, 1, 1, 255, 255, 255, 255, 255, 255, 1 << 20);
        assertThat(t.heldTicks()).isEqualTo(TransitionRecord.MOST_HELD_TICKS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitionRecord(Double.NaN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitionRecord(1, 1, 1, 1, 1, 256, 1, 1, 1, 1, 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitionRecord(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1));
    }
}
