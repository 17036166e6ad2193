package pawl.plugin.exchange.binance.rest;

import java.util.List;

/**
 * {@code GET /fapi/v1/aggTrades} in the envelope that names its symbol, which the answer does not.
 *
 * @param backfill the symbol
 */
public record MissedTradesBody(String backfill, List<MissedTrade> trades) implements Body {
    public MissedTradesBody {
        backfill = Body.text(backfill);
        trades = trades == null ? List.of() : List.copyOf(trades);
    }

    @Override
    public String symbol() {
        return backfill;
    }

    /**
     * One aggregate, with the venue's own field names.
     *
     * @param a aggregate id
     * @param f first trade id
     * @param l last trade id
     * @param m whether the buyer was the maker
     */
    public record MissedTrade(String a, String p, String q, String f, String l, String T, String m) {
        public MissedTrade {
            a = Body.text(a);
            p = Body.text(p);
            q = Body.text(q);
            f = Body.text(f);
            l = Body.text(l);
            T = Body.text(T);
            m = Body.text(m);
        }
    }
}
