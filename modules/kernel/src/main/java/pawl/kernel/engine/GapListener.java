package pawl.kernel.engine;

import pawl.api.token.Token;

/** Told of gaps in a venue's trades, so that they can be fetched. Called on the engine's thread while a tick is logged. */
@FunctionalInterface
public interface GapListener {
    GapListener NONE = (venue, token, firstMissingId, lastMissingId, areAggregates) -> {};

    /**
     * @param venue its index
     * @param areAggregates whether the ids are of aggregates rather than of trades
     */
    void gap(int venue, Token token, long firstMissingId, long lastMissingId, boolean areAggregates);
}
