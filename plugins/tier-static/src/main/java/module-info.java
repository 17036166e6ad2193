/**
 * The tier policy that leaves each token in the tier that the configuration gives it.
 *
 * <p>The package is {@code fixed} since {@code static} is a word of the language; the plugin's id is {@code tier-static}. Exports
 * nothing: the engine finds it through its provider.
 *
 * @provides pawl.api.tier.TierPolicyProvider under the id {@code tier-static}
 */
module pawl.plugin.tier.fixed {
    requires pawl.api;

    provides pawl.api.tier.TierPolicyProvider with
            pawl.plugin.tier.fixed.StaticTierPolicyProvider;
}
