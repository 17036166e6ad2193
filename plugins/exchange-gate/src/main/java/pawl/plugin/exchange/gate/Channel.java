package pawl.plugin.exchange.gate;

import java.util.ArrayList;
import java.util.List;
import pawl.json.NameTable;

/** A channel, by its name. */
enum Channel {
    /** Single fills. */
    TRADES("futures.trades", Row.CONTRACT),
    /** The best bid and ask whenever they change. */
    BOOK_TICKER("futures.book_ticker", Row.SYMBOL),
    /** Mark and index price, funding rate and open interest, with the day's statistics. */
    TICKERS("futures.tickers", Row.CONTRACT),
    LIQUIDATIONS("futures.public_liquidates", Row.CONTRACT),
    /** Any other: the engine has no use for it. */
    UNUSED("", -1);

    private static final Channel[] CHANNELS = values();

    /** The names of the channels that are used, in their order, and then of those known not to be: no frame makes them anew. */
    private static final List<String> NAMES = new ArrayList<>();

    private static final NameTable TABLE;

    static {
        for (int channel = 0; channel < UNUSED.ordinal(); channel++) {
            NAMES.add(CHANNELS[channel].wireName);
        }
        NAMES.addAll(List.of(
                "futures.order_book",
                "futures.order_book_update",
                "futures.obu",
                "futures.candlesticks",
                "futures.contract_stats",
                "futures.contract_info",
                "futures.system",
                "futures.pong"));
        TABLE = new NameTable(NAMES);
    }

    private final String wireName;
    private final int symbolField;

    Channel(String wireName, int symbolField) {
        this.wireName = wireName;
        this.symbolField = symbolField;
    }

    /** Empty for {@link #UNUSED}. */
    String wireName() {
        return wireName;
    }

    /** Which of a row's fields names the instrument. */
    int symbolField() {
        return symbolField;
    }

    /** The known names, for finding their positions. */
    static NameTable table() {
        return TABLE;
    }

    /** The known name at a position in the table. */
    static String nameAt(int position) {
        return NAMES.get(position);
    }

    /** The channel whose name is at a position in the table, {@link NameTable#ABSENT} included. */
    static Channel at(int position) {
        return position >= 0 && position < UNUSED.ordinal() ? CHANNELS[position] : UNUSED;
    }
}
