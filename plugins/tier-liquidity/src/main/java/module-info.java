/**
 * The tier policy that moves tokens between tiers by their rolling notional and spread, slowly and with hysteresis; its rules are
 * in {@code docs/tiers.md}.
 *
 * <p>Exports nothing: the engine finds it through its provider.
 *
 * @provides pawl.api.tier.TierPolicyProvider under the id {@code tier-liquidity}
 */
module pawl.plugin.tier.liquidity {
    requires pawl.api;

    provides pawl.api.tier.TierPolicyProvider with
            pawl.plugin.tier.liquidity.LiquidityTierPolicyProvider;
}
