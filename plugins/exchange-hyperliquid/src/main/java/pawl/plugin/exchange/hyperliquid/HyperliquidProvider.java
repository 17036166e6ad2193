package pawl.plugin.exchange.hyperliquid;

import java.util.List;
import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** Hyperliquid's perpetuals. It has no settings. */
public final class HyperliquidProvider implements ExchangeAdapterProvider {
    /** For ServiceLoader. */
    public HyperliquidProvider() {}

    @Override
    public String id() {
        return "exchange-hyperliquid";
    }

    @Override
    public String venue() {
        return "hyperliquid";
    }

    @Override
    public ExchangeAdapter create(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return new HyperliquidAdapter(instruments);
    }

    @Override
    public Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        settings.allowOnly();
        return Optional.of(new HyperliquidProtocol(instruments));
    }

    @Override
    public InstrumentSurveyor surveyor() {
        return new HyperliquidSurveyor();
    }
}
