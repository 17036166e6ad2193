package pawl.plugin.exchange.binance;

import pawl.api.exchange.FrameRefusedException;

/** Since 2026 the streams of all symbols carry COIN-M contracts too, whose quantities are in contracts and not in base units. */
final class CoinMargined {
    /** Why their messages are ignored. */
    static final String REASON = "coinMargined";

    private CoinMargined() {}

    static boolean is(MessageFields fields) throws FrameRefusedException {
        return fields.has(MessageFields.CONTRACT_CLASS) && fields.is(MessageFields.CONTRACT_CLASS, "2");
    }
}
