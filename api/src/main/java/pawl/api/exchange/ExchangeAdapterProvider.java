package pawl.api.exchange;

import java.util.List;
import java.util.Optional;
import pawl.api.plugin.PluginProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/** The service by which an exchange plugin is found. */
public interface ExchangeAdapterProvider extends PluginProvider {
    /** The venue's name in configuration and logs, for example {@code binance}. */
    String venue();

    /**
     * An adapter for these instruments, all of this venue, each at the position that its index states.
     *
     * @throws pawl.api.plugin.SettingsException when a setting is unknown or out of range
     */
    ExchangeAdapter create(List<Instrument> instruments, Settings settings);

    /**
     * How the venue is listened to; empty for a venue whose recordings alone can be run.
     *
     * @throws pawl.api.plugin.SettingsException as {@link #create} does
     */
    default Optional<FeedProtocol> protocol(List<Instrument> instruments, Settings settings) {
        return Optional.empty();
    }

    /** A surveyor of recordings whose instruments nobody configured. */
    InstrumentSurveyor surveyor();
}
