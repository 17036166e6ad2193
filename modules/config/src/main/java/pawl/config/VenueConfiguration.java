package pawl.config;

import java.util.List;
import pawl.api.token.Instrument;

/**
 * An exchange to listen to. Its position in {@link Configuration#venues} is its priority inside a flush (D3).
 *
 * @param instruments those of the venue, in order of their tokens' names, each at the position that its index states; may be empty
 */
public record VenueConfiguration(String name, PluginChoice adapter, List<Instrument> instruments) {
    public VenueConfiguration {
        instruments = List.copyOf(instruments);
    }
}
