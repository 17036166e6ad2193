package pawl.kernel.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.exchange.FrameRefusedException;
import pawl.api.exchange.InstrumentSurveyor;
import pawl.api.token.Instrument;
import pawl.capture.CaptureException;
import pawl.capture.CaptureLimits;
import pawl.capture.CaptureReader;
import pawl.capture.Captures;
import pawl.capture.Frame;
import pawl.config.Configuration;
import pawl.config.ConfigurationException;
import pawl.config.DiscoveredToken;
import pawl.config.VenueConfiguration;
import pawl.kernel.contract.PawlException;
import pawl.kernel.contract.PawlException.Kind;
import pawl.kernel.contract.ReplayRequest;
import pawl.kernel.plugin.LoadedPlugin;
import pawl.kernel.plugin.PluginKind;
import pawl.kernel.plugin.PluginSet;

/**
 * The configuration of a replay and, where the user asks for it, tokens that it lacks and the captures show: each with the default
 * tier, and with exponents as fine as the finest number seen. They are those of one venue: the one that the user names, else the first.
 *
 * @param added names of the tokens that were added, in order
 */
public record AutoConfiguration(Configuration configuration, List<String> added) {

    /** @throws PawlException when what was found cannot be configured, for example for a name that is taken */
    public static AutoConfiguration of(ReplayRequest request, Configuration configured, PluginSet plugins)
            throws PawlException {
        if (!request.autoConfigures()) {
            return new AutoConfiguration(configured, List.of());
        }
        VenueOfFeed venues = new VenueOfFeed(
                configured.venues().stream().map(VenueConfiguration::name).toList(), request.venue());
        VenueConfiguration venue = configured.venues().get(venues.fallback());
        LoadedPlugin plugin = plugins.find(PluginKind.EXCHANGE, venue.adapter().id())
                .orElseThrow(() -> new PawlException(
                        Kind.USAGE, "there is no plugin " + venue.adapter().id() + " to survey the captures with"));
        Map<String, Decimals> found = survey(request, venues, ((ExchangeAdapterProvider) plugin.provider()).surveyor());
        Set<String> known = new HashSet<>();
        for (Instrument instrument : venue.instruments()) {
            known.add(instrument.symbol());
        }
        List<DiscoveredToken> discovered = new ArrayList<>();
        found.forEach((symbol, decimals) -> {
            if (!known.contains(symbol)) {
                discovered.add(new DiscoveredToken(symbol, venue.name(), symbol, -decimals.price, -decimals.quantity));
            }
        });
        return extended(configured, discovered);
    }

    private static AutoConfiguration extended(Configuration configured, List<DiscoveredToken> discovered)
            throws PawlException {
        try {
            return new AutoConfiguration(
                    configured.withTokens(discovered),
                    discovered.stream().map(DiscoveredToken::name).toList());
        } catch (ConfigurationException e) {
            throw new PawlException(Kind.USAGE, "what the captures show cannot be configured: " + e.getMessage(), e);
        }
    }

    private static final class Decimals {
        private int price;
        private int quantity;
    }

    /** Reads the captures once before the replay; what cannot be understood is the replay's to report. */
    private static Map<String, Decimals> survey(ReplayRequest request, VenueOfFeed venues, InstrumentSurveyor surveyor)
            throws PawlException {
        TreeMap<String, Decimals> found = new TreeMap<>();
        try (CaptureReader reader = Captures.open(request.captures(), CaptureLimits.STANDARD, problem -> {})) {
            while (reader.next()) {
                if (venues.of(reader.frame().feed()) == venues.fallback()) {
                    survey(reader.frame(), surveyor, found);
                }
            }
            return found;
        } catch (CaptureException e) {
            throw new PawlException(Kind.USAGE, e);
        }
    }

    private static void survey(Frame frame, InstrumentSurveyor surveyor, Map<String, Decimals> found) {
        try {
            surveyor.survey(
                    frame.bytes(), frame.offset(), frame.length(), (symbol, priceDecimals, quantityDecimals) -> {
                        Decimals decimals = found.computeIfAbsent(symbol, _ -> new Decimals());
                        decimals.price = Math.max(decimals.price, priceDecimals);
                        decimals.quantity = Math.max(decimals.quantity, quantityDecimals);
                    });
        } catch (FrameRefusedException | RuntimeException e) {
            // The replay will refuse the frame too, and say so.
        }
    }
}
