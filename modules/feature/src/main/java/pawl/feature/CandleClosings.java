package pawl.feature;

/** Hears of closed candles. */
@FunctionalInterface
public interface CandleClosings {
    /** A hearer that wants none. */
    CandleClosings NONE = (lengthMs, candle) -> {};

    /** @param candle a view that is valid during the call */
    void closed(long lengthMs, Candle candle);
}
