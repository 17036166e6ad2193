package pawl.storage;

import java.util.ArrayList;
import java.util.List;

/** Names of the bits of an event's flags, as {@link pawl.api.event.EventFlag} numbers them. */
final class FlagNames {
    private static final List<String> BY_BIT = List.of(
            "TAKER_SOLD",
            "OFF_BOOK",
            "AGGREGATE",
            "LATE",
            "ROUNDED",
            "LONG_LIQUIDATED",
            "SETTLED",
            "WITH_FUNDING",
            "WITH_INDEX",
            "SAMPLED",
            "BACKFILLED",
            "UNORDERED_ID");

    private FlagNames() {}

    /** Those set, from the lowest bit up; a bit that this build has no name for is called by its number. */
    static List<String> of(int flags) {
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < Short.SIZE; bit++) {
            if ((flags >>> bit & 1) != 0) {
                names.add(bit < BY_BIT.size() ? BY_BIT.get(bit) : "BIT_" + bit);
            }
        }
        return names;
    }
}
