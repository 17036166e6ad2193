package pawl.kernel.contract;

import java.util.List;

/** Makes the frames that simulated venues send. */
@FunctionalInterface
public interface MarketModel {
    /**
     * The same frames for the same order. A model that plays what was recorded may pass the seed and the time over.
     *
     * @throws PawlException when it does not speak to the adapters of these venues
     */
    FrameSource frames(Order order) throws PawlException;

    /**
     * What is to be sent.
     *
     * @param firstSecond since the epoch, from which on venues send
     * @param seconds how long
     * @param venues in order of priority
     */
    record Order(long seed, long firstSecond, int seconds, List<Venue> venues) {
        public Order {
            venues = List.copyOf(venues);
        }
    }

    /**
     * A venue of the configuration.
     *
     * @param pluginId of the adapter that is to understand it
     * @param symbols of its instruments
     */
    record Venue(String name, String pluginId, List<String> symbols) {
        public Venue {
            symbols = List.copyOf(symbols);
        }
    }
}
