package pawl.plugin.exchange.binance.rest;

import java.util.List;
import pawl.api.exchange.FrameRefusedException;

/**
 * What {@link RestBodies} finds. Every row has a symbol.
 *
 * @param <C> what the caller hands through: where the meaning goes
 */
public interface RestHandler<C> {
    /** @throws FrameRefusedException when a row cannot be understood */
    void openInterest(List<Row<OpenInterestBody>> rows, C target) throws FrameRefusedException;

    /** @throws FrameRefusedException when a row cannot be understood */
    void premiumIndex(List<Row<PremiumIndexBody>> rows, C target) throws FrameRefusedException;

    /** @throws FrameRefusedException when a row cannot be understood */
    void fundingRate(List<Row<FundingRateBody>> rows, C target) throws FrameRefusedException;

    /** @throws FrameRefusedException when a row cannot be understood */
    void missedTrades(List<Row<MissedTradesBody>> rows, C target) throws FrameRefusedException;

    /** A body that is of no use. */
    void ignored(String reason, C target);
}
