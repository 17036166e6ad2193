package pawl.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.plugin.Settings;
import pawl.api.tier.Tier;
import pawl.api.tier.TierPolicy;
import pawl.api.tier.TierPolicyProvider;
import pawl.testkit.ToyPolicy.Fault;

/** The cases about pure functions can fail, and pass where nothing is wrong. Features and tiers share them. */
class PurityBitesTest {
    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aPlantedFaultFailsItsCase(Fault fault) throws ReflectiveOperationException {
        Method method = Arrays.stream(TierPolicyContract.class.getMethods())
                .filter(each -> each.isAnnotationPresent(ConformanceCase.class))
                .filter(each -> each.getAnnotation(ConformanceCase.class).id().equals(fault.caseId()))
                .findFirst()
                .orElseThrow();
        method.invoke(new Toy(Fault.NONE));
        assertThatThrownBy(() -> method.invoke(new Toy(fault)))
                .isInstanceOf(InvocationTargetException.class)
                .satisfies(thrown -> assertThat(thrown.getCause())
                        .isInstanceOfAny(AssertionError.class, IndexOutOfBoundsException.class));
    }

    /** Found by no class name pattern, so that only this test runs it. */
    private static final class Toy extends TierPolicyContract {
        private final Fault fault;

        Toy(Fault fault) {
            this.fault = fault;
        }

        @Override
        protected TierPolicyProvider provider() {
            return new ToyProvider(fault);
        }
    }

    private record ToyProvider(Fault fault) implements TierPolicyProvider {
        @Override
        public String id() {
            return "tier-toy";
        }

        @Override
        public TierPolicy create(List<Tier> tiers, Settings settings) {
            settings.allowOnly();
            return new ToyPolicy(fault, tiers.size());
        }
    }
}
