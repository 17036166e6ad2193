package pawl.plugin.exchange.bybit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pawl.json.NameTable;

/** What a topic carries, which is its name before the last point; behind it stands the symbol. */
enum Channel {
    /** Fills, several in a message. */
    TRADES("publicTrade"),
    /** The best bid and ask, whole each time. */
    QUOTE("orderbook.1"),
    /** Mark price, funding and open interest: all of it once, and then what changed. */
    TICKER("tickers"),
    /** Each liquidation, collected over 500 ms. */
    LIQUIDATIONS("allLiquidation"),
    /** Any other: the engine has no use for it. */
    UNUSED("");

    private static final int MOST_NAME_CHARACTERS = 40;
    private static final Channel[] CHANNELS = values();
    private static final NameTable TABLE = new NameTable(Arrays.stream(CHANNELS)
            .limit(UNUSED.ordinal())
            .map(Channel::wireName)
            .toList());

    /** Known channels without use: no frame makes their names anew. */
    private static final List<String> UNUSED_NAMES = Stream.of(
                    "orderbook.50",
                    "orderbook.200",
                    "orderbook.500",
                    "orderbook.1000",
                    "orderbook.rpi",
                    "kline.1",
                    "kline.3",
                    "kline.5",
                    "kline.15",
                    "kline.30",
                    "kline.60",
                    "kline.120",
                    "kline.240",
                    "kline.360",
                    "kline.720",
                    "kline.D",
                    "kline.W",
                    "kline.M",
                    "liquidation",
                    "priceLimit",
                    "insurance",
                    "adlAlert")
            .toList();

    private static final NameTable UNUSED_TABLE = new NameTable(UNUSED_NAMES);

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    /** Empty for {@link #UNUSED}. */
    String wireName() {
        return wireName;
    }

    /** The topic of a symbol. */
    String topic(String symbol) {
        return wireName + '.' + symbol;
    }

    static Channel of(byte[] bytes, int from, int to) {
        int position = TABLE.find(bytes, from, to - from);
        return position == NameTable.ABSENT ? UNUSED : CHANNELS[position];
    }

    /** The name of a channel without use, cut to 40 characters. */
    static String unusedName(byte[] bytes, int from, int to) {
        int position = UNUSED_TABLE.find(bytes, from, to - from);
        if (position != NameTable.ABSENT) {
            return UNUSED_NAMES.get(position);
        }
        String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS);
    }
}
