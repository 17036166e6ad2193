package pawl.plugin.exchange.okx;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** OKX swaps whose contracts are worth a fixed number of base units. It has no settings. */
public final class OkxProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public OkxProvider() {}

    @Override
    public String id() {
        return "exchange-okx";
    }

    @Override
    public String venue() {
        return "okx";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new OkxAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new OkxProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new OkxSurveyor();
    }
}
