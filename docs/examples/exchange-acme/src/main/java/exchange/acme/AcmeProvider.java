package exchange.acme;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** How the engine finds the plugin. It has no settings: any is refused, with its path in the configuration. */
public final class AcmeProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public AcmeProvider() {}

    @Override
    public String id() {
        return "exchange-acme";
    }

    @Override
    public String venue() {
        return "acme";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new AcmeAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new AcmeProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new AcmeSurveyor();
    }
}
