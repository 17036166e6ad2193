package pawl.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What one venue would send of one token: its fills in order, and the aggregates of those that were made on the book. */
final class Market {
    /** Fills of one aggregate have one price. */
    private static final int MOST_FILLS_OF_AN_AGGREGATE = 6;

    final List<CanonicalEvent> fills = new ArrayList<>();
    final List<CanonicalEvent> aggregates = new ArrayList<>();

    Market(SplittableRandom random, int venue, int fillCount) {
        long tradeId = random.nextLong(10_000_000_000L);
        long aggregateId = 1 + random.nextLong(4_000_000_000L);
        long timeMs = 1_700_000_000_000L;
        while (fills.size() < fillCount) {
            timeMs += random.nextInt(4);
            long priceMantissa = 1 + random.nextInt(100);
            if (random.nextInt(12) == 0) {
                // The insurance fund's: it has a trade id and no aggregate.
                fills.add(CanonicalEvent.fill(venue, timeMs, tradeId++, priceMantissa, 1 + random.nextInt(9)));
                continue;
            }
            long firstTradeId = tradeId;
            long quantityMantissa = 0;
            for (int left = 1 + random.nextInt(MOST_FILLS_OF_AN_AGGREGATE); left > 0; left--) {
                CanonicalEvent fill =
                        CanonicalEvent.fill(venue, timeMs, tradeId++, priceMantissa, 1 + random.nextInt(9));
                quantityMantissa += fill.quantityMantissa();
                fills.add(fill);
                timeMs += random.nextInt(2);
            }
            aggregates.add(CanonicalEvent.aggregate(
                    venue,
                    fills.getLast().exchangeTimeMs(),
                    aggregateId++,
                    firstTradeId,
                    tradeId - 1,
                    priceMantissa,
                    quantityMantissa));
        }
    }
}
