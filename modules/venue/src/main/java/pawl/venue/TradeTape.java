package pawl.venue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The aggregate trades of one symbol within the last hour, by their ids. */
final class TradeTape {
    /** Long after its last gap a client has no use for them, and memory is to stay flat. */
    private static final long KEPT_MS = 3_600_000;

    private final int most;
    private final TreeMap<Long, TapedTrade> trades = new TreeMap<>();

    TradeTape(int most) {
        this.most = most;
    }

    void put(long id, TapedTrade trade) {
        trades.put(id, trade);
        long oldestMs = trades.lastEntry().getValue().timeMs() - KEPT_MS;
        while (trades.size() > most || trades.firstEntry().getValue().timeMs() < oldestMs) {
            trades.pollFirstEntry();
        }
    }

    /** The oldest of those that fit, from an id on. */
    List<TapedTrade> from(long id, Predicate<TapedTrade> fits, int limit) {
        return trades.tailMap(id).values().stream().filter(fits).limit(limit).toList();
    }

    /** The latest ones, the oldest of them first. */
    List<TapedTrade> latest(int limit) {
        return trades.descendingMap().values().stream().limit(limit).toList().reversed();
    }
}
