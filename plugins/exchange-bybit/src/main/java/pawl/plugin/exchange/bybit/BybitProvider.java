package pawl.plugin.exchange.bybit;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** Bybit's linear contracts. It has no settings. */
public final class BybitProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public BybitProvider() {}

    @Override
    public String id() {
        return "exchange-bybit";
    }

    @Override
    public String venue() {
        return "bybit";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new BybitAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new BybitProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new BybitSurveyor();
    }
}
