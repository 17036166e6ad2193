package pawl.plugin.exchange.okx;

import java.util.ArrayList;
import java.util.List;
import pawl.json.NameTable;

/** A channel, by its name in {@code arg}. */
enum Channel {
    /** One message for each taker order, price and source, with the last id of its fills. */
    TRADES("trades"),
    /** Each fill by itself; served at another path, so that only recordings have it. */
    TRADES_ALL("trades-all"),
    /** The best bid and ask whenever they change. */
    BBO("bbo-tbt"),
    /** The day's statistics, with the best bid and ask of their time. */
    TICKERS("tickers"),
    MARK_PRICE("mark-price"),
    OPEN_INTEREST("open-interest"),
    FUNDING("funding-rate"),
    /** One subscription for all instruments of a type. */
    LIQUIDATIONS("liquidation-orders"),
    /** Any other: the engine has no use for it. */
    UNUSED("");

    private static final Channel[] CHANNELS = values();

    /** The names of the channels that are used, in their order, and then of those known not to be: no frame makes them anew. */
    private static final List<String> NAMES = new ArrayList<>();

    private static final NameTable TABLE;

    static {
        for (int channel = 0; channel < UNUSED.ordinal(); channel++) {
            NAMES.add(CHANNELS[channel].wireName);
        }
        NAMES.addAll(List.of(
                "books",
                "books5",
                "books-rpi",
                "books-l2-tbt",
                "books50-l2-tbt",
                "index-tickers",
                "price-limit",
                "estimated-price",
                "instruments",
                "status",
                "adl-warning",
                "candle1m"));
        TABLE = new NameTable(NAMES);
    }

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    /** Empty for {@link #UNUSED}. */
    String wireName() {
        return wireName;
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
