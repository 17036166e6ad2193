package pawl.plugin.exchange.hyperliquid;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pawl.json.NameTable;

/** What a frame is, by its field {@code channel}. */
enum Channel {
    /** Fills, several in a message; the first message after subscribing has older ones. */
    TRADES("trades"),
    /** The best bid and ask, as often as a block changes them. */
    QUOTE("bbo"),
    /** A subscription was taken. */
    ACKNOWLEDGEMENT("subscriptionResponse"),
    /** A request was refused. */
    ERROR("error"),
    PONG("pong"),
    /** A whole book twice a second; its best prices come with {@link #QUOTE}. */
    BOOK("l2Book"),
    /**
     * Mark price, open interest and funding, without the time at which they were so: an event has the exchange's time, and an adapter
     * has no other.
     */
    CONTEXT("activeAssetCtx"),
    ALL_CONTEXTS("allDexsAssetCtxs"),
    MIDS("allMids"),
    CANDLE("candle"),
    /** Any other: the engine has no use for it. */
    UNKNOWN("");

    private static final int MOST_NAME_CHARACTERS = 40;
    private static final Channel[] CHANNELS = values();
    private static final NameTable TABLE = new NameTable(Arrays.stream(CHANNELS)
            .limit(UNKNOWN.ordinal())
            .map(Channel::wireName)
            .toList());

    private final String wireName;

    Channel(String wireName) {
        this.wireName = wireName;
    }

    /** Empty for {@link #UNKNOWN}. */
    String wireName() {
        return wireName;
    }

    /** The stream of a coin, as this plugin names it: the venue names channel and coin apart. */
    String stream(String coin) {
        return wireName + ':' + coin;
    }

    /** For wire names' positions that {@link #table} gives, {@link NameTable#ABSENT} included. */
    static Channel at(int position) {
        return position == NameTable.ABSENT ? UNKNOWN : CHANNELS[position];
    }

    static NameTable table() {
        return TABLE;
    }

    /** An unknown channel's name, cut to 40 characters. */
    static String unknownName(byte[] bytes, int from, int length) {
        String name = new String(bytes, from, length, StandardCharsets.UTF_8);
        return name.length() <= MOST_NAME_CHARACTERS ? name : name.substring(0, MOST_NAME_CHARACTERS);
    }
}
