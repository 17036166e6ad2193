package pawl.kernel.replay;

import java.util.Optional;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.config.Configuration;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.engine.AdapterSource;
import pawl.kernel.plugin.LoadedPlugin;

/** Makes the adapters that a recording changes to. */
public final class ReplayAdapters implements AdapterSource {
    private final Configuration configuration;
    private final RecordedPlugins plugins;
    private final ReplayProblems place;

    /** @param place of what is being replayed */
    public ReplayAdapters(Configuration configuration, RecordedPlugins plugins, ReplayProblems place) {
        this.configuration = configuration;
        this.plugins = plugins;
        this.place = place;
    }

    @Override
    public Optional<ExchangeAdapter> adapterOf(int venueIndex, String sha256) throws PawlException {
        VenueConfiguration venue = configuration.venues().get(venueIndex);
        String id = venue.adapter().id();
        LoadedPlugin plugin = plugins.find(id, sha256)
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE,
                        place.where() + ": venue " + venue.name() + " changes to " + id + " sha256:" + sha256
                                + ", which is not here; " + plugins.remedy(sha256)));
        try {
            ExchangeAdapterProvider provider = (ExchangeAdapterProvider) plugin.provider();
            return Optional.of(
                    provider.create(venue.instruments(), venue.adapter().settings()));
        } catch (RuntimeException | LinkageError e) {
            throw new PawlException(
                    Kind.INVARIANT,
                    place.where() + ": plugin " + id + " sha256:" + sha256 + " failed when it was to make an adapter: "
                            + e,
                    e);
        }
    }
}
