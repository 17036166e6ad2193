package pawl.plugin.exchange.binance;

import java.util.ArrayList;
import java.util.List;
import pawl.json.NameTable;

/** What a stream's message is, by its field {@code e}. */
enum MessageKind {
    /** One fill. The stream is undocumented on futures, and alive. */
    TRADE("trade"),
    /** The fills of one taker order at one price within 100 ms, without those made off the book. */
    AGGREGATE_TRADE("aggTrade"),
    BOOK_TICKER("bookTicker"),
    MARK_PRICE("markPriceUpdate"),
    /** The latest liquidation order of a symbol in each second; the others of that second are never published. */
    FORCE_ORDER("forceOrder"),
    /** Any other: the engine has no use for it. */
    UNUSED("");

    private static final MessageKind[] KINDS = values();

    /** The wire names of the kinds that are used, in their order, and then of those known not to be: no frame makes them anew. */
    private static final List<String> NAMES = new ArrayList<>();

    private static final NameTable TABLE;

    static {
        for (int kind = 0; kind < UNUSED.ordinal(); kind++) {
            NAMES.add(KINDS[kind].wireName);
        }
        NAMES.addAll(List.of(
                "depthUpdate",
                "kline",
                "continuous_kline",
                "indexPrice_kline",
                "markPrice_kline",
                "24hrTicker",
                "24hrMiniTicker",
                "avgPrice",
                "indexPriceUpdate",
                "compositeIndex",
                "assetIndexUpdate",
                "contractInfo"));
        TABLE = new NameTable(NAMES);
    }

    private final String wireName;

    MessageKind(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code e}; empty for {@link #UNUSED}. */
    String wireName() {
        return wireName;
    }

    /** Where a wire name stands among the known ones, or {@link NameTable#ABSENT}. */
    static int findName(byte[] bytes, int offset, int length) {
        return TABLE.find(bytes, offset, length);
    }

    /** The known wire name at a position that {@link #findName} gave. */
    static String nameAt(int position) {
        return NAMES.get(position);
    }

    /** The kind that is meant by the wire name at a position that {@link #findName} gave, {@link NameTable#ABSENT} included. */
    static MessageKind kindAt(int position) {
        return position >= 0 && position < UNUSED.ordinal() ? KINDS[position] : UNUSED;
    }
}
