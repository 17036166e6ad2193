package pawl.venue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The latest aggregate trades of one symbol, by their ids. */
final class TradeTape {
    private final int most;
    private final TreeMap<Long, TapedTrade> trades = new TreeMap<>();

    TradeTape(int most) {
        this.most = most;
    }

    void put(long id, TapedTrade trade) {
        trades.put(id, trade);
        if (trades.size() > most) {
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
