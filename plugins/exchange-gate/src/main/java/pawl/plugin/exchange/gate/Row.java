package pawl.plugin.exchange.gate;

import java.util.List;

/** The numbers of the fields that are wanted of a channel's rows: one list for all, so that a number means one name. */
final class Row {
    static final int CONTRACT = 0;
    static final int SIZE = 1;
    static final int ID = 2;
    static final int PRICE = 3;
    static final int CREATE_TIME = 4;
    static final int CREATE_TIME_MS = 5;
    static final int IS_INTERNAL = 6;
    static final int TIME = 7;
    static final int TIME_MS = 8;
    static final int MARK_PRICE = 9;
    static final int INDEX_PRICE = 10;
    static final int FUNDING_RATE = 11;
    static final int TOTAL_SIZE = 12;
    static final int SYMBOL = 13;
    static final int QUOTE_TIME = 14;
    static final int UPDATE_ID = 15;
    static final int BID_PRICE = 16;
    static final int BID_SIZE = 17;
    static final int ASK_PRICE = 18;
    static final int ASK_SIZE = 19;

    /** The venue's names, each at its number. */
    static final List<String> NAMES = List.of(
            "contract",
            "size",
            "id",
            "price",
            "create_time",
            "create_time_ms",
            "is_internal",
            "time",
            "time_ms",
            "mark_price",
            "index_price",
            "funding_rate",
            "total_size",
            "s",
            "t",
            "u",
            "b",
            "B",
            "a",
            "A");

    private Row() {}
}
