package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;
import pawl.testkit.ConformanceCase;

/** The cases of the kit can fail: an adapter with a planted fault fails the case that is there for it. */
class ConformanceBitesTest {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aPlantedFaultFailsItsCase(Fault fault) {
        Method method = Arrays.stream(Faulty.class.getMethods())
                .filter(each -> each.isAnnotationPresent(ConformanceCase.class))
                .filter(each -> each.getAnnotation(ConformanceCase.class).id().equals(fault.caseId()))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> method.invoke(new Faulty(fault)))
                .isInstanceOf(InvocationTargetException.class)
                .satisfies(thrown -> assertThat(thrown.getCause()).isInstanceOf(AssertionError.class));
    }

    /** Binance's frames, and its plugin with a fault. */
    private static final class Faulty extends BinanceConformanceTest {
        private final Fault fault;

        Faulty(Fault fault) {
            this.fault = fault;
        }

        @Override
        protected ExchangeAdapterProvider provider() {
            return new FaultyProvider(fault);
        }
    }

    private record FaultyProvider(Fault fault) implements ExchangeAdapterProvider {
        private static final BinanceProvider SOUND = new BinanceProvider();

        @Override
        public String id() {
            return SOUND.id();
        }

        @Override
        public String venue() {
            return SOUND.venue();
        }

        @Override
        public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
            return new FaultyAdapter(SOUND.create(instruments, taken(settings)), fault);
        }

        @Override
        public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
            return SOUND.protocol(instruments, taken(settings)).map(sound -> new FaultyProtocol(sound, fault));
        }

        private Settings taken(Settings settings) {
            return fault == Fault.TAKES_ANY_SETTING ? Settings.of("venues.settings", Map.of()) : settings;
        }

        @Override
        public InstrumentSurveyor surveyor() {
            return SOUND.surveyor();
        }
    }
}
