package pawl.fsm;

import pawl.api.feature.Feature;
import pawl.api.feature.FeatureFrame;

/**
 * When an event's tokens collapse early (D8). Liquidations are not asked for, since venues publish a sample of them.
 *
 * @param priceDrop how far below its reference a token's price must lie, as a part of it, above 0 and below 1
 * @param openInterestFall how far below 0 its open-interest velocity must lie, above 0, at most 1
 * @param liquidityStress how high its liquidity stress must be, 0 to 1
 * @param share of the event's live tokens, by weight, that must do all three, and for how long
 */
public record CollapseRule(double priceDrop, double openInterestFall, double liquidityStress, Threshold share) {

    /** @throws IllegalArgumentException when a number lies outside the range its parameter states */
    public CollapseRule {
        if (!(priceDrop > 0
                && priceDrop < 1
                && openInterestFall > 0
                && openInterestFall <= 1
                && liquidityStress >= 0
                && liquidityStress <= 1)) {
            throw new IllegalArgumentException("price drop " + priceDrop + ", open-interest fall " + openInterestFall
                    + ", liquidity stress " + liquidityStress + ": needed are 0 to 1, and above 0 for the first two");
        }
    }

    /** Whether one token does, against its price when the event started. */
    boolean holds(long priceMantissa, long referencePriceMantissa, FeatureFrame frame) {
        return referencePriceMantissa > 0
                && priceMantissa > 0
                && priceMantissa <= referencePriceMantissa * (1 - priceDrop)
                && frame.isValid(Feature.OPEN_INTEREST_VELOCITY)
                && frame.score(Feature.OPEN_INTEREST_VELOCITY) <= -openInterestFall
                && frame.isValid(Feature.LIQUIDITY_STRESS)
                && frame.score(Feature.LIQUIDITY_STRESS) >= liquidityStress;
    }
}
