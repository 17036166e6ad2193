package pawl.plugin.exchange.okx;

import java.util.List;

/** The numbers of the fields that are wanted of a channel's {@code arg} and rows: one list for all, so that a number means one name. */
final class Row {
    static final int CHANNEL = 0;
    static final int INSTRUMENT = 1;
    static final int TIME = 2;
    static final int TRADE_ID = 3;
    static final int PRICE = 4;
    static final int SIZE = 5;
    static final int SIDE = 6;
    static final int COUNT = 7;
    static final int SEQUENCE = 8;
    static final int BIDS = 9;
    static final int ASKS = 10;
    static final int BID_PRICE = 11;
    static final int BID_SIZE = 12;
    static final int ASK_PRICE = 13;
    static final int ASK_SIZE = 14;
    static final int MARK_PRICE = 15;
    static final int OPEN_INTEREST_CONTRACTS = 16;
    static final int OPEN_INTEREST_BASE = 17;
    static final int FUNDING_RATE = 18;
    static final int FUNDING_TIME = 19;
    static final int NEXT_FUNDING_TIME = 20;
    static final int REALIZED_RATE = 21;
    static final int DETAILS = 22;
    static final int POSITION_SIDE = 23;
    static final int BANKRUPTCY_PRICE = 24;

    /** The venue's names, each at its number. */
    static final List<String> NAMES = List.of(
            "channel",
            "instId",
            "ts",
            "tradeId",
            "px",
            "sz",
            "side",
            "count",
            "seqId",
            "bids",
            "asks",
            "bidPx",
            "bidSz",
            "askPx",
            "askSz",
            "markPx",
            "oi",
            "oiCcy",
            "fundingRate",
            "fundingTime",
            "nextFundingTime",
            "realizedRate",
            "details",
            "posSide",
            "bkPx");

    private Row() {}
}
