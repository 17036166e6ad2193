package pawl.kernel.contract;

import java.util.List;
import java.util.OptionalDouble;

/**
 * States, phases, heat and prices over time: what a picture of a run needs. Times are ms since the epoch; a step's is the start of its
 * tick. Prices are for looking at, not exact.
 *
 * @param isSynthetic whether a market model made the inputs
 * @param firstTick of those shown
 * @param lastTick of those shown
 * @param stepSeconds between two points of heat or shares
 */
public record Timeline(
        boolean isSynthetic,
        String configurationSha256,
        long firstTick,
        long lastTick,
        int stepSeconds,
        List<TokenLine> tokens,
        List<ClusterLine> clusters,
        List<EventLine> events) {

    /** One token's. */
    public record TokenLine(
            String token, List<CandlePoint> candles, List<HeatPoint> heat, List<Band> states, List<Step> transitions) {}

    /** One cluster's. */
    public record ClusterLine(
            String cluster, List<String> members, List<Band> states, List<SharePoint> shares, List<Step> transitions) {}

    /** One event's; a band is a phase, NOT_BEGUN before the first. */
    public record EventLine(String event, List<String> members, List<Band> phases, List<Step> transitions) {}

    /** A stretch in one state. */
    public record Band(String state, long fromMs, long toMs, boolean isDissipating) {}

    /** A candle of one minute. */
    public record CandlePoint(long openTimeMs, double open, double high, double low, double close, double volume) {}

    /**
     * Heat at one moment.
     *
     * @param threshold what heat must reach for the next step; none where that looks at something else
     */
    public record HeatPoint(long timeMs, double heat, OptionalDouble threshold, double release) {}

    /** A cluster's shares at one moment. */
    public record SharePoint(long timeMs, double fragile, double ready, double unwind) {}

    /**
     * A step of a machine, with what its threshold was made of: {@code threshold = base × the factors}.
     *
     * @param baselineFactor of a cluster; 1 for others
     * @param sizeFactor of a cluster; 1 for others
     * @param price of the token's last trade; none for clusters and events
     */
    public record Step(
            long tick,
            String from,
            String to,
            String reason,
            String measure,
            double measured,
            double threshold,
            double base,
            double tierFactor,
            double phaseFactor,
            double baselineFactor,
            double sizeFactor,
            OptionalDouble price) {}
}
