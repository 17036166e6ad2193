package pawl.canonical;

import pawl.api.event.EventBatch;
import pawl.api.event.EventFlag;
import pawl.api.event.EventKind;
import pawl.api.plugin.StateBlock;

/**
 * Which fills of a token one venue has already shown, so that each counts once (D3): the highest trade id seen, and a bit for each
 * of the {@value #WINDOW} ids up to it. An id below the window counts as seen: it can only be a replay of the past. Ids are at least
 * 0, and a trade's last is not below its first.
 *
 * <p>Where a venue sends single fills and aggregates of them, an aggregate counts only when none of its fills was seen, and its fills
 * are then seen; otherwise the single fills count, those still to come included. So whichever tells of a fill first counts it, and
 * nothing counts twice.
 *
 * <p>A gap is a hole in what the venue numbers without holes: trade ids of single fills, aggregate ids of aggregates. A hole in
 * trade ids between two aggregates that follow each other is none, because venues leave off-book fills out of their aggregates. A
 * GAP event has the flag AGGREGATE where its ids are aggregate ids.
 *
 * <p>What is fetched for a gap comes in order of id. So that a gap of more fills than the window can be filled, the newest hole is
 * remembered, and a BACKFILLED trade in what is left of it is new even below the window.
 *
 * <p>Of a venue whose ids have no order a {@link FingerprintRing} is kept in the same words instead. A venue that turns from one to
 * the other, as with another build of its adapter, begins anew.
 */
final class TradeWindow {
    static final int WINDOW = 4096;
    static final int WORDS = 1 + Math.max(4 + WINDOW / Long.SIZE, FingerprintRing.WORDS);

    private static final int NUMBERING = 0;
    private static final int HIGHEST_ID = 1;
    private static final int LAST_AGGREGATE_ID = 2;
    private static final int FIRST_UNFILLED_ID = 3;
    private static final int LAST_UNFILLED_ID = 4;
    private static final int FIRST_BITS = 5;
    private static final int FIRST_OF_RING = 1;

    /** Values of the word {@link #NUMBERING}; 0 before the first trade. */
    private static final long IN_ORDER = 1;

    private static final long WITHOUT_ORDER = 2;

    private final StateBlock state;
    private final int base;
    private final FingerprintRing ring;

    TradeWindow(StateBlock state, int base) {
        this.state = state;
        this.base = base;
        ring = new FingerprintRing(state, base + FIRST_OF_RING);
    }

    boolean isWithoutOrder() {
        return get(NUMBERING) == WITHOUT_ORDER;
    }

    long tradesShown() {
        return isWithoutOrder() ? ring.shown() : 0;
    }

    long highestId() {
        return isWithoutOrder() ? 0 : get(HIGHEST_ID);
    }

    long lastAggregateId() {
        return isWithoutOrder() ? 0 : get(LAST_AGGREGATE_ID);
    }

    /** Whether the trade is new; if so its fills are seen from now on, and a hole before it is put into {@code flushed}. */
    boolean admit(EventBatch batch, int event, EventBatch flushed, FlushCounts counts) {
        if (batch.has(event, EventFlag.UNORDERED_ID)) {
            forgetIf(IN_ORDER);
            state.setLong(base + NUMBERING, WITHOUT_ORDER);
            return ring.admit(batch.firstTradeId(event));
        }
        forgetIf(WITHOUT_ORDER);
        return admitNumbered(batch, event, flushed, counts);
    }

    private void forgetIf(long numbering) {
        if (get(NUMBERING) == numbering) {
            for (int word = 0; word < WORDS; word++) {
                state.setLong(base + word, 0);
            }
        }
    }

    private boolean admitNumbered(EventBatch batch, int event, EventBatch flushed, FlushCounts counts) {
        long first = batch.firstTradeId(event);
        long last = batch.lastTradeId(event);
        boolean isAggregate = batch.has(event, EventFlag.AGGREGATE);
        boolean isNew = noneSeen(first, last) || (batch.has(event, EventFlag.BACKFILLED) && fills(first, last));
        if (isNew && hasStarted()) {
            noteHole(batch, event, isAggregate, first, flushed, counts);
        }
        if (isNew) {
            see(first, last);
        }
        if (isAggregate) {
            long lastAggregateId = Math.max(batch.aggregateId(event), get(LAST_AGGREGATE_ID));
            state.setLong(base + LAST_AGGREGATE_ID, lastAggregateId);
        }
        return isNew;
    }

    private void noteHole(
            EventBatch batch, int event, boolean isAggregate, long first, EventBatch flushed, FlushCounts counts) {
        long highest = get(HIGHEST_ID);
        if (first <= highest || first - 1 == highest) {
            return;
        }
        state.setLong(base + FIRST_UNFILLED_ID, highest + 1);
        state.setLong(base + LAST_UNFILLED_ID, first - 1);
        long lastAggregateId = get(LAST_AGGREGATE_ID);
        if (!isAggregate || lastAggregateId == 0) {
            addGap(batch, event, 0, highest + 1, first - 1, flushed, counts);
            return;
        }
        long aggregateId = batch.aggregateId(event);
        if (aggregateId > lastAggregateId && aggregateId - 1 != lastAggregateId) {
            addGap(batch, event, EventFlag.AGGREGATE, lastAggregateId + 1, aggregateId - 1, flushed, counts);
        }
    }

    private static void addGap(
            EventBatch batch,
            int event,
            int flags,
            long firstMissingId,
            long lastMissingId,
            EventBatch flushed,
            FlushCounts counts) {
        flushed.add(
                EventKind.GAP,
                batch.venueIndex(event),
                flags,
                batch.exchangeTimeMs(event),
                batch.sequence(event),
                firstMissingId,
                lastMissingId,
                0,
                0);
        counts.gaps++;
    }

    /** Whether the fills begin below the window and are in what is left of the newest hole; what precedes them in it is then given up. */
    private boolean fills(long first, long last) {
        boolean fills = hasStarted()
                && first <= get(HIGHEST_ID) - WINDOW
                && first >= get(FIRST_UNFILLED_ID)
                && last <= get(LAST_UNFILLED_ID);
        if (fills) {
            state.setLong(base + FIRST_UNFILLED_ID, last + 1);
        }
        return fills;
    }

    private boolean noneSeen(long first, long last) {
        long highest = get(HIGHEST_ID);
        if (!hasStarted() || first > highest) {
            return true;
        }
        if (first <= highest - WINDOW) {
            return false;
        }
        // Counted down, because id <= last would never end at the highest id there is.
        long id = first;
        for (long left = Math.min(last, highest) - first + 1; left > 0; left--) {
            if ((get(wordOf(id)) & bitOf(id)) != 0) {
                return false;
            }
            id++;
        }
        return true;
    }

    private void see(long first, long last) {
        if (!hasStarted()) {
            state.setLong(base + NUMBERING, IN_ORDER);
            state.setLong(base + HIGHEST_ID, first - 1);
        }
        long highest = get(HIGHEST_ID);
        if (last > highest) {
            setBits(Math.max(highest + 1, last - WINDOW + 1), last, false);
            state.setLong(base + HIGHEST_ID, last);
        }
        setBits(Math.max(first, get(HIGHEST_ID) - WINDOW + 1), last, true);
    }

    /** At most the window's ids. */
    private void setBits(long first, long last, boolean areSeen) {
        long id = first;
        for (long left = last - first + 1; left > 0; left--) {
            int word = wordOf(id);
            long others = get(word) & ~bitOf(id);
            state.setLong(base + word, areSeen ? others | bitOf(id) : others);
            id++;
        }
    }

    private boolean hasStarted() {
        return get(NUMBERING) != 0;
    }

    private long get(int word) {
        return state.getLong(base + word);
    }

    private static int wordOf(long id) {
        return FIRST_BITS + (int) (Math.floorMod(id, (long) WINDOW) / Long.SIZE);
    }

    private static long bitOf(long id) {
        return 1L << (id & (Long.SIZE - 1));
    }
}
