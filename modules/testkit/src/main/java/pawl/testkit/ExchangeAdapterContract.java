package pawl.testkit;

import java.util.List;
import java.util.Map;
import pawl.api.exchange.ExchangeAdapterProvider;
import pawl.api.plugin.Settings;
import pawl.api.token.Instrument;

/**
 * What an exchange plugin must do. A plugin's test extends this, gives frames as the venue sends them and what they mean, and
 * inherits the cases; {@code docs/conformance.md} lists them.
 */
public abstract class ExchangeAdapterContract extends ConformanceContract {
    protected ExchangeAdapterContract() {}

    protected abstract ExchangeAdapterProvider provider();

    /** At least two instruments of different symbols, each at the position of its index; those that the transcripts speak of. */
    protected abstract List<Instrument> instruments();

    /** At least one frame for each kind of event that the venue has, and some that are of no use. */
    protected abstract List<Transcript> transcripts();

    /** At least one acknowledgement and one refusal; the pong where the ping is a message. Empty where there is no protocol. */
    protected abstract List<Answer> answers();

    /** The settings that the plugin is tried with. */
    protected Settings settings() {
        return Settings.of("venues.settings", Map.of());
    }

    /** Frames of a recording, by which nothing more is known than that the venue sent them; none may be refused. */
    protected List<byte[]> recording() {
        return List.of();
    }

    @Override
    protected final String pluginId() {
        return provider().id();
    }
}
