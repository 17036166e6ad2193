package pawl.api.tier;

/**
 * A class of tokens by liquidity, as configured, the most liquid first.
 *
 * @param thresholdMultiplier what thresholds of its tokens are multiplied with (D6), above 0
 * @param memberWeight what one of its tokens weighs in the shares of its clusters and events (D7), above 0
 */
public record Tier(String name, double thresholdMultiplier, double memberWeight) {}
