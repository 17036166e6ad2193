package pawl.api.exchange;

import pawl.api.event.EventKind;

/**
 * A stream, or what polls of one resource make up.
 *
 * @param name as the venue has it in subscriptions, for example {@code chzusdt@aggTrade}; unique in its plan
 * @param instrument {@link pawl.api.token.Instrument#index}
 * @param kind of event that it mainly carries, of those that a sink takes; no other stream of the instrument has the same
 * @param silence what its silence means
 * @param silenceLimitMs how long it may be silent, the wait for its first data included; above 0
 * @param isSampled whether the venue publishes only a sample of what happens, however well the stream is heard
 */
public record FeedStream(
        String name, int instrument, EventKind kind, Silence silence, long silenceLimitMs, boolean isSampled) {

    /** @throws IllegalArgumentException when the name is empty, a number out of its range, or the kind none of a venue's */
    public FeedStream {
        if (name.isEmpty() || instrument < 0 || silenceLimitMs <= 0) {
            throw new IllegalArgumentException("stream \"" + name + "\" of instrument " + instrument + " with limit "
                    + silenceLimitMs + " ms: it has a name, an index of at least 0 and a limit above 0");
        }
        switch (kind) {
            case TRADE, BOOK_TICKER, MARK_PRICE, LIQUIDATION, OPEN_INTEREST, FUNDING -> {}
            default ->
                throw new IllegalArgumentException("stream " + name + " carries " + kind + ", which no venue sends");
        }
    }

    /** What silence of a stream means. */
    public enum Silence {
        /** The venue sends at a fixed cadence: silence beyond the limit is a fault. */
        FIXED_CADENCE,
        /** It sends when something happens: beyond the limit, silence is a fault only where fixed cadences are silent too. */
        IRREGULAR,
        /** It may be silent for ever. */
        MEANINGLESS
    }
}
