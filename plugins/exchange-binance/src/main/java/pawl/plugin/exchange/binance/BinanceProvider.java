package pawl.plugin.exchange.binance;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** Binance USD-M futures. It has no settings. */
public final class BinanceProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public BinanceProvider() {}

    @Override
    public String id() {
        return "exchange-binance";
    }

    @Override
    public String venue() {
        return "binance";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new BinanceAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new BinanceProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new BinanceSurveyor();
    }
}
