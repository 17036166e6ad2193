package pawl.venue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers ids, which mostly come rising. */
final class IdRanges {
    private final List<IdRange> ranges = new ArrayList<>();

    void add(long id) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).last() + 1 == id) {
            ranges.set(last, new IdRange(ranges.get(last).first(), id));
        } else {
            ranges.add(new IdRange(id, id));
        }
    }

    /** Rising, and as few as can be. */
    List<IdRange> sorted() {
        List<IdRange> merged = new ArrayList<>();
        List<IdRange> rising = new ArrayList<>(ranges);
        rising.sort(Comparator.comparingLong(IdRange::first));
        for (IdRange range : rising) {
            int last = merged.size() - 1;
            if (last >= 0 && range.first() <= merged.get(last).last() + 1) {
                long end = Math.max(range.last(), merged.get(last).last());
                merged.set(last, new IdRange(merged.get(last).first(), end));
            } else {
                merged.add(range);
            }
        }
        return List.copyOf(merged);
    }
}
