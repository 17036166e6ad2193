package pawl.plugin.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.plugin.SettingsException;
import pawl.api.token.Instrument;
import pawl.api.token.Token;

class BinanceProviderTest {
    private static final Token TOKEN = new Token(0, "BTC", "default", -2, -3, -8, 480);

    @Test
    void isProvidedAsAService() {
        ExchangeAdapterProvider provider = new BinanceProvider();
        assertThat(provider.id()).isEqualTo("exchange-binance");
        assertThat(provider.venue()).isEqualTo("binance");
        assertThat(BinanceProvider.class.getModule().getDescriptor().provides())
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.service()).isEqualTo(ExchangeAdapterProvider.class.getName());
                    assertThat(service.providers()).containsExactly(BinanceProvider.class.getName());
                });
    }

    @Test
    void hasNoSettings() {
        Settings settings = Settings.of("venues.binance", Map.of("depth", 5));
        assertThatThrownBy(() -> new BinanceProvider().create(List.of(), settings))
                .isInstanceOf(SettingsException.class)
                .hasMessage("venues.binance.depth: unknown setting; allowed are none");
    }

    @Test
    void refusesAnInstrumentOutOfPlace() {
        List<Instrument> instruments = List.of(new Instrument(1, "binance", 0, "BTCUSDT", TOKEN));
        assertThatThrownBy(() -> new BinanceProvider().create(instruments, Settings.of("x", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BTCUSDT has the index 1 and stands at 0");
    }
}
