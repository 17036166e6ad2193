package pawl.plugin.exchange.gate;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** Gate perpetual futures settled in USDT, version 4 of its API. It has no settings. */
public final class GateProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public GateProvider() {}

    @Override
    public String id() {
        return "exchange-gate";
    }

    @Override
    public String venue() {
        return "gate";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new GateAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new GateProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new GateSurveyor();
    }
}
