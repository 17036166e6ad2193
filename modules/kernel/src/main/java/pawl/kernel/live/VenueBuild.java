package pawl.kernel.live;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import pawl.api.exchange.ExchangeAdapter;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FeedProtocol;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.ProviderStart;

/** What one build of an exchange plugin makes for a venue, before it is known whether it will be used. */
record VenueBuild(ExchangeAdapter adapter, VenueHearing hearing) {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    /**
     * Everything that is needed of a plugin to listen to a venue through it.
     *
     * @throws PawlException when the plugin fails, takes no such settings, or takes too long; its message is one line
     */
    static VenueBuild of(LoadedPlugin plugin, int venueIndex, VenueConfiguration venue, HearingPlanner planner)
            throws PawlException {
        ExchangeAdapterProvider provider = (ExchangeAdapterProvider) plugin.provider();
        try {
            return ProviderStart.within(LIMIT, () -> {
                ExchangeAdapter adapter =
                        provider.create(venue.instruments(), venue.adapter().settings());
                return new VenueBuild(
                        Objects.requireNonNull(adapter, "it made no adapter"),
                        planner.plan(listened(plugin, venueIndex, venue), venue.instruments()));
            });
        } catch (ExecutionException e) {
            throw failure(plugin, venue, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new PawlException(
                    Kind.INVARIANT,
                    "plugin " + plugin.id() + " made nothing for " + venue.name() + " within " + LIMIT.toSeconds()
                            + " s",
                    e);
        }
    }

    private static PawlException failure(LoadedPlugin plugin, VenueConfiguration venue, Throwable cause) {
        if (cause instanceof PawlException refusal) {
            return refusal;
        }
        return new PawlException(
                Kind.INVARIANT,
                "plugin " + plugin.id() + " failed when it was to say how to listen to " + venue.name() + ": "
                        + String.valueOf(cause).lines().findFirst().orElse(""),
                cause);
    }

    /** @throws PawlException when the plugin does not say how to listen to its venue */
    private static HearingPlanner.ListenedVenue listened(LoadedPlugin plugin, int venueIndex, VenueConfiguration venue)
            throws PawlException {
        ExchangeAdapterProvider provider = (ExchangeAdapterProvider) plugin.provider();
        FeedProtocol protocol = provider.protocol(
                        venue.instruments(), venue.adapter().settings())
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE,
                        "plugin " + plugin.id() + " reads recordings of " + venue.name()
                                + " and does not say how to listen to it"));
        return new HearingPlanner.ListenedVenue(venueIndex, venue.name(), plugin.id(), protocol);
    }
}
